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
export type AnsweredBy = $types.AnsweredBy;
export declare const AnsweredBy: EnumValidator<$types.AnsweredBy, "unknown_answered_by" | "human" | "machine">;
export type CallProperties = $types.CallProperties;
export declare const CallProperties: Validator<$types.CallProperties>;
export type CallState = $types.CallState;
export declare const CallState: EnumValidator<$types.CallState, "ringing" | "completed" | "busy" | "fail" | "noanswer" | "canceled" | "answered" | "undialed">;
export type CallSummary = $types.CallSummary;
export declare const CallSummary: Validator<$types.CallSummary>;
export type CallSummaryAnnotation = $types.CallSummaryAnnotation;
export declare const CallSummaryAnnotation: Validator<$types.CallSummaryAnnotation>;
export type CallSummaryPage = $types.CallSummaryPage;
export declare const CallSummaryPage: Validator<$types.CallSummaryPage>;
export type CallType = $types.CallType;
export declare const CallType: EnumValidator<$types.CallType, "carrier" | "sip" | "trunking" | "client" | "whatsapp">;
export type ConnectivityIssue = $types.ConnectivityIssue;
export declare const ConnectivityIssue: EnumValidator<$types.ConnectivityIssue, "unknown_connectivity_issue" | "no_connectivity_issue" | "invalid_number" | "caller_id" | "dropped_call" | "number_reachability">;
export type DetectedAnsweredBy = $types.DetectedAnsweredBy;
export declare const DetectedAnsweredBy: EnumValidator<$types.DetectedAnsweredBy, "unknown" | "machine_start" | "machine_end_beep" | "machine_end_silence" | "machine_end_other" | "human" | "fax">;
export type Direction = $types.Direction;
export declare const Direction: EnumValidator<$types.Direction, "outbound_api" | "outbound_dial" | "inbound" | "trunking_originating" | "trunking_terminating">;
export type ErrorResponse = $types.ErrorResponse;
export declare const ErrorResponse: Validator<$types.ErrorResponse>;
export type PageMeta = $types.PageMeta;
export declare const PageMeta: Validator<$types.PageMeta>;
export type ProcessingState = $types.ProcessingState;
export declare const ProcessingState: EnumValidator<$types.ProcessingState, "complete" | "partial">;
export type QualityIssue = $types.QualityIssue;
export declare const QualityIssue: EnumValidator<$types.QualityIssue, "unknown_quality_issue" | "no_quality_issue" | "low_volume" | "choppy_robotic" | "echo" | "dtmf" | "latency" | "owa" | "static_noise">;
