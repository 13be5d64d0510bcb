// Generated from openapi/summaries.yaml by `codegen generate`. Do not edit: change the document instead.
export {
  AccountSid,
  CallSid,
  Callee,
  Caller,
  ListCallSummariesCallScoreAnnotation,
  ListCallSummariesCallType,
  ListCallSummariesConnectivityIssueAnnotation,
  ListCallSummariesDirection,
  ListCallSummariesFrom,
  ListCallSummariesFromCarrier,
  ListCallSummariesFromCountryCode,
  ListCallSummariesHasTag,
  ListCallSummariesPage,
  ListCallSummariesPageSize,
  ListCallSummariesPageToken,
  ListCallSummariesProcessingState,
  ListCallSummariesQualityIssueAnnotation,
  ListCallSummariesSortBy,
  ListCallSummariesSpamAnnotation,
  ListCallSummariesTo,
  ListCallSummariesToCarrier,
  ListCallSummariesToCountryCode,
  TimeBound,
} from "./validators.gen.js";
import type { EnumValidator, Validator } from "@earmark/validation";
import type * as $types from "@earmark/summaries-types/strict";

/**
 * Who answered the call: a person, or an answering machine. `unknown_answered_by` occurs on
 * the wire although the provider's prose does not list it.
 */
export type AnsweredBy = $types.AnsweredBy;
export declare const AnsweredBy: EnumValidator<$types.AnsweredBy, "unknown_answered_by" | "human" | "machine">;

/**
 * What is known about a call as a whole. *Inferred* from the provider's examples, which show
 * more.
 */
export type CallProperties = $types.CallProperties;
export declare const CallProperties: Validator<$types.CallProperties>;

/** How a call ended, or how far it is. */
export type CallState = $types.CallState;
export declare const CallState: EnumValidator<$types.CallState, "ringing" | "completed" | "busy" | "fail" | "noanswer" | "canceled" | "answered" | "undialed">;

/**
 * What the provider knows about a call. Every field may be `null`, and the provider promises
 * none of them to be there. It sends more about each part of the network than is described
 * here.
 */
export type CallSummary = $types.CallSummary;
export declare const CallSummary: Validator<$types.CallSummary>;

/**
 * What people and programs noted about a call. *Inferred*: the provider gives no schema; the
 * fields are those of the annotation without what the summary says already.
 */
export type CallSummaryAnnotation = $types.CallSummaryAnnotation;
export declare const CallSummaryAnnotation: Validator<$types.CallSummaryAnnotation>;

/** A page of calls, and where the others are. */
export type CallSummaryPage = $types.CallSummaryPage;
export declare const CallSummaryPage: Validator<$types.CallSummaryPage>;

/** How a call was made. The provider's prose does not list `whatsapp`. */
export type CallType = $types.CallType;
export declare const CallType: EnumValidator<$types.CallType, "carrier" | "sip" | "trunking" | "client" | "whatsapp">;

/**
 * What kept the call from connecting properly. `unknown_connectivity_issue` occurs on the
 * wire although the provider's prose does not list it.
 */
export type ConnectivityIssue = $types.ConnectivityIssue;
export declare const ConnectivityIssue: EnumValidator<$types.ConnectivityIssue, "unknown_connectivity_issue" | "no_connectivity_issue" | "invalid_number" | "caller_id" | "dropped_call" | "number_reachability">;

/** Who answered a call, as answering machine detection saw it. */
export type DetectedAnsweredBy = $types.DetectedAnsweredBy;
export declare const DetectedAnsweredBy: EnumValidator<$types.DetectedAnsweredBy, "unknown" | "machine_start" | "machine_end_beep" | "machine_end_silence" | "machine_end_other" | "human" | "fax">;

/** Where a call came from. */
export type Direction = $types.Direction;
export declare const Direction: EnumValidator<$types.Direction, "outbound_api" | "outbound_dial" | "inbound" | "trunking_originating" | "trunking_terminating">;

/** What went wrong. *Inferred*: the format of the provider's other APIs. */
export type ErrorResponse = $types.ErrorResponse;
export declare const ErrorResponse: Validator<$types.ErrorResponse>;

/** Which page this is, and where the others are. */
export type PageMeta = $types.PageMeta;
export declare const PageMeta: Validator<$types.PageMeta>;

/** How far a summary is. */
export type ProcessingState = $types.ProcessingState;
export declare const ProcessingState: EnumValidator<$types.ProcessingState, "complete" | "partial">;

/**
 * Something that was wrong with the sound. `owa` is one-way audio. `unknown_quality_issue`
 * is defined by the provider although its prose does not list it.
 */
export type QualityIssue = $types.QualityIssue;
export declare const QualityIssue: EnumValidator<$types.QualityIssue, "unknown_quality_issue" | "no_quality_issue" | "low_volume" | "choppy_robotic" | "echo" | "dtmf" | "latency" | "owa" | "static_noise">;
