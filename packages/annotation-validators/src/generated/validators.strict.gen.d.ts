// Generated from openapi/annotation.yaml by `codegen generate`. Do not edit: change the document instead.
export { AccountSid, CallSid, UpdateAnnotationRequest } from "./validators.gen.js";
import type { EnumValidator, Validator } from "@earmark/validation";
import type * as $types from "@earmark/annotation-types/strict";
export type Annotation = $types.Annotation;
export declare const Annotation: Validator<$types.Annotation>;
export type AnsweredBy = $types.AnsweredBy;
export declare const AnsweredBy: EnumValidator<$types.AnsweredBy, "unknown_answered_by" | "human" | "machine">;
export type ConnectivityIssue = $types.ConnectivityIssue;
export declare const ConnectivityIssue: EnumValidator<$types.ConnectivityIssue, "unknown_connectivity_issue" | "no_connectivity_issue" | "invalid_number" | "caller_id" | "dropped_call" | "number_reachability">;
export type ErrorResponse = $types.ErrorResponse;
export declare const ErrorResponse: Validator<$types.ErrorResponse>;
export type QualityIssue = $types.QualityIssue;
export declare const QualityIssue: EnumValidator<$types.QualityIssue, "unknown_quality_issue" | "no_quality_issue" | "low_volume" | "choppy_robotic" | "echo" | "dtmf" | "latency" | "owa" | "static_noise">;
