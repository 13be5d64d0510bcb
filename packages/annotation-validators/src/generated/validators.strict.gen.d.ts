// Generated from openapi/annotation.yaml by `codegen generate`. Do not edit: change the document instead.
export { AccountSid, CallSid } from "./validators.gen.js";
import type { EnumValidator, Validator } from "@earmark/validation";
import type * as $types from "@earmark/annotation-types/strict";

/**
 * What people and programs noted about a call. Every field may be `null`, and the provider
 * promises none of them to be there.
 */
export type Annotation = $types.Annotation;
export declare const Annotation: Validator<$types.Annotation>;

/**
 * Who answered the call: a person, or an answering machine. `unknown_answered_by` occurs on
 * the wire although the provider's prose does not list it.
 */
export type AnsweredBy = $types.AnsweredBy;
export declare const AnsweredBy: EnumValidator<$types.AnsweredBy, "unknown_answered_by" | "human" | "machine">;

/**
 * What kept the call from connecting properly. `unknown_connectivity_issue` occurs on the
 * wire although the provider's prose does not list it.
 */
export type ConnectivityIssue = $types.ConnectivityIssue;
export declare const ConnectivityIssue: EnumValidator<$types.ConnectivityIssue, "unknown_connectivity_issue" | "no_connectivity_issue" | "invalid_number" | "caller_id" | "dropped_call" | "number_reachability">;

/** What went wrong. *Inferred*: the format of the provider's other APIs. */
export type ErrorResponse = $types.ErrorResponse;
export declare const ErrorResponse: Validator<$types.ErrorResponse>;

/**
 * Something that was wrong with the sound. `owa` is one-way audio. `unknown_quality_issue`
 * is defined by the provider although its prose does not list it.
 */
export type QualityIssue = $types.QualityIssue;
export declare const QualityIssue: EnumValidator<$types.QualityIssue, "unknown_quality_issue" | "no_quality_issue" | "low_volume" | "choppy_robotic" | "echo" | "dtmf" | "latency" | "owa" | "static_noise">;

/** The fields of an annotation that can be set. What is left out stays as it is. */
export type UpdateAnnotationRequest = $types.UpdateAnnotationRequest;
export declare const UpdateAnnotationRequest: Validator<$types.UpdateAnnotationRequest>;
