// Generated from openapi/annotation.yaml by `codegen generate`. Do not edit: change the document instead.
export { AccountSid, CallSid, UpdateAnnotationRequest } from "./validators.gen.js";
import type { EnumValidator, Validator } from "@earmark/validation";
import type * as $types from "@earmark/annotation-types/strict";
export type Annotation = $types.Annotation;
export declare const Annotation: Validator<Annotation>;
export type AnsweredBy = $types.AnsweredBy;
export declare const AnsweredBy: EnumValidator<AnsweredBy, AnsweredBy>;
export type ConnectivityIssue = $types.ConnectivityIssue;
export declare const ConnectivityIssue: EnumValidator<ConnectivityIssue, ConnectivityIssue>;
export type ErrorResponse = $types.ErrorResponse;
export declare const ErrorResponse: Validator<ErrorResponse>;
export type QualityIssue = $types.QualityIssue;
export declare const QualityIssue: EnumValidator<QualityIssue, QualityIssue>;
