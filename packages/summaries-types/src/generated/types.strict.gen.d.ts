// Generated from openapi/summaries.yaml by `codegen generate`. Do not edit: change the document instead.
import type * as $client from "./types.gen.js";
export type {
  AccountSid,
  AnsweredByInput as AnsweredBy,
  CallSid,
  CallStateInput as CallState,
  CallTypeInput as CallType,
  Callee,
  Caller,
  ConnectivityIssueInput as ConnectivityIssue,
  DetectedAnsweredByInput as DetectedAnsweredBy,
  DirectionInput as Direction,
  ErrorResponse,
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
  PageMeta,
  QualityIssueInput as QualityIssue,
  TimeBound,
} from "./types.gen.js";
export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
export interface components extends Omit<$client.components, "schemas"> {
  schemas: Omit<$client.components["schemas"], "AnsweredBy" | "AnsweredByInput" | "CallProperties" | "CallState" | "CallStateInput" | "CallSummary" | "CallSummaryAnnotation" | "CallSummaryPage" | "CallType" | "CallTypeInput" | "ConnectivityIssue" | "ConnectivityIssueInput" | "DetectedAnsweredBy" | "DetectedAnsweredByInput" | "Direction" | "DirectionInput" | "ProcessingState" | "QualityIssue" | "QualityIssueInput"> & {
    AnsweredBy: $client.AnsweredByInput;
    CallProperties: CallProperties;
    CallState: $client.CallStateInput;
    CallSummary: CallSummary;
    CallSummaryAnnotation: CallSummaryAnnotation;
    CallSummaryPage: CallSummaryPage;
    CallType: $client.CallTypeInput;
    ConnectivityIssue: $client.ConnectivityIssueInput;
    DetectedAnsweredBy: $client.DetectedAnsweredByInput;
    Direction: $client.DirectionInput;
    ProcessingState: ProcessingState;
    QualityIssue: $client.QualityIssueInput;
  };
}
/**
 * What is known about a call as a whole. *Inferred* from the provider's examples, which show
 * more.
 */
export type CallProperties = {
  /** Where the call came from. */
  direction?: $client.DirectionInput | null;
};
/**
 * What the provider knows about a call. Every field may be `null`, and the provider promises
 * none of them to be there. It sends more about each part of the network than is described
 * here.
 */
export type CallSummary = {
  /** The account that made or received the call. */
  account_sid?: $client.AccountSid | null;
  /** What people and programs noted about the call. */
  annotation?: CallSummaryAnnotation | null;
  /** Who answered, as answering machine detection saw it. */
  answered_by?: $client.DetectedAnsweredByInput | null;
  /** The call. */
  call_sid?: $client.CallSid | null;
  /** How the call ended, or how far it is. */
  call_state?: $client.CallStateInput | null;
  /** How the call was made. */
  call_type?: $client.CallTypeInput | null;
  /** Seconds from the answer to the end of the call. */
  connect_duration?: number | null;
  /**
   * When the call was created; before its start if it had to wait.
   *
   * @format date-time
   */
  created_time?: string | null;
  /** Seconds from the start of the call to its end. */
  duration?: number | null;
  /**
   * When the call ended.
   *
   * @format date-time
   */
  end_time?: string | null;
  /** Who called. */
  from?: $client.Caller | null;
  /** How far the summary is. It is complete about half an hour after the call. */
  processing_state?: ProcessingState | null;
  /** What is known about the call as a whole. */
  properties?: CallProperties | null;
  /**
   * When the call started.
   *
   * @format date-time
   */
  start_time?: string | null;
  /** What the provider's analysis found, such as `high_jitter`. */
  tags?: string[] | null;
  /** Who was called. */
  to?: $client.Callee | null;
  /**
   * Where the summary is.
   *
   * @format uri
   */
  url?: string | null;
};
/**
 * What people and programs noted about a call. *Inferred*: the provider gives no schema; the
 * fields are those of the annotation without what the summary says already.
 */
export type CallSummaryAnnotation = {
  /** Who answered. */
  answered_by?: $client.AnsweredByInput | null;
  /** How good the call was, from 1 (bad) to 5 (excellent). */
  call_score?: number | null;
  /** A remark. */
  comment?: string | null;
  /** What kept the call from connecting properly. */
  connectivity_issue?: $client.ConnectivityIssueInput | null;
  /** A support ticket or incident. */
  incident?: string | null;
  /** What was wrong with the sound. */
  quality_issues?: $client.QualityIssueInput[] | null;
  /** Whether the call was spam, or was taken for it. */
  spam?: boolean | null;
};
/** A page of calls, and where the others are. */
export type CallSummaryPage = {
  /** The calls of this page. */
  call_summaries?: CallSummary[];
  meta?: $client.PageMeta;
};
/** How far a summary is. */
export type ProcessingState = "complete" | "partial";
