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
export declare const AnsweredBy: EnumValidator<AnsweredBy, AnsweredBy>;
export type CallProperties = $types.CallProperties;
export declare const CallProperties: Validator<CallProperties>;
export type CallState = $types.CallState;
export declare const CallState: EnumValidator<CallState, CallState>;
export type CallSummary = $types.CallSummary;
export declare const CallSummary: Validator<CallSummary>;
export type CallSummaryAnnotation = $types.CallSummaryAnnotation;
export declare const CallSummaryAnnotation: Validator<CallSummaryAnnotation>;
export type CallSummaryPage = $types.CallSummaryPage;
export declare const CallSummaryPage: Validator<CallSummaryPage>;
export type CallType = $types.CallType;
export declare const CallType: EnumValidator<CallType, CallType>;
export type ConnectivityIssue = $types.ConnectivityIssue;
export declare const ConnectivityIssue: EnumValidator<ConnectivityIssue, ConnectivityIssue>;
export type DetectedAnsweredBy = $types.DetectedAnsweredBy;
export declare const DetectedAnsweredBy: EnumValidator<DetectedAnsweredBy, DetectedAnsweredBy>;
export type Direction = $types.Direction;
export declare const Direction: EnumValidator<Direction, Direction>;
export type ErrorResponse = $types.ErrorResponse;
export declare const ErrorResponse: Validator<ErrorResponse>;
export type PageMeta = $types.PageMeta;
export declare const PageMeta: Validator<PageMeta>;
export type ProcessingState = $types.ProcessingState;
export declare const ProcessingState: EnumValidator<ProcessingState, ProcessingState>;
export type QualityIssue = $types.QualityIssue;
export declare const QualityIssue: EnumValidator<QualityIssue, QualityIssue>;
