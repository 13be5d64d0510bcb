// Generated from openapi/summaries.yaml by `codegen generate`. Do not edit: change the document instead.
import type * as $http from "@earmark/http";
import type * as $types from "@earmark/summaries-types";

export type * from "@earmark/summaries-types";
export { ApiError, AuthenticationError, BadRequestError, ConflictError, NetworkError, NotFoundError, PermissionError, PreconditionFailedError, RateLimitError, RequestValidationError, ResponseTooLargeError, ResponseValidationError, ServerError, TimeoutError, UnprocessableContentError, withResponse } from "@earmark/http";

/** What the client authenticates with. It shows none of it, in no error and no log. */
export type SummariesClientCredentials = { readonly accountSid: string; readonly authToken: string } | { readonly apiKey: string; readonly apiSecret: string };

export type SummariesClientOptions = $http.ClientOptions & SummariesClientCredentials;

/** Sends the calls of Call Summaries: the first argument of its functions. */
export type SummariesCaller = $http.Caller<"summaries">;

/**
 * Makes a caller of Call Summaries.
 *
 * @throws {TypeError} when an option is missing or makes no sense.
 */
export declare function createCaller(options: SummariesClientOptions): SummariesCaller;

/** Query of {@link listCallSummaries}. */
export interface ListCallSummariesQuery {
  /** Who answered, as somebody noted it. */
  AnsweredByAnnotation?: $types.AnsweredByInput;
  /** What kept the call from connecting properly, as somebody noted it. */
  ConnectivityIssueAnnotation?: $types.ListCallSummariesConnectivityIssueAnnotation;
  /** What was wrong with the sound, as somebody noted it. */
  QualityIssueAnnotation?: $types.ListCallSummariesQualityIssueAnnotation;
  /** Whether the call was noted to be spam. */
  SpamAnnotation?: $types.ListCallSummariesSpamAnnotation;
  /** How good the call was noted to be, from 1 (bad) to 5 (excellent). */
  CallScoreAnnotation?: $types.ListCallSummariesCallScoreAnnotation;
  /** Who called. A number in E.164 format, a SIP address, or the name of a client. Personal data. */
  From?: $types.ListCallSummariesFrom;
  /** Who was called. A number in E.164 format, a SIP address, or the name of a client. Personal data. */
  To?: $types.ListCallSummariesTo;
  /** The carrier of who called. */
  FromCarrier?: $types.ListCallSummariesFromCarrier;
  /** The carrier of who was called. */
  ToCarrier?: $types.ListCallSummariesToCarrier;
  /** The country of who called, by the number. */
  FromCountryCode?: $types.ListCallSummariesFromCountryCode;
  /** The country of who was called, by the number. */
  ToCountryCode?: $types.ListCallSummariesToCountryCode;
  /**
   * Calls that started since then: a time in ISO 8601 format, or how long ago, such as `30m`,
   * `4h`, `3d` or `1w`. The provider takes `4h` unless given.
   */
  StartTime?: $types.TimeBound;
  /**
   * Calls that started before then: a time in ISO 8601 format, or how long ago. The provider
   * takes `0m` unless given.
   */
  EndTime?: $types.TimeBound;
  /** How the call was made. */
  CallType?: $types.ListCallSummariesCallType;
  /** How the call ended, or how far it is. */
  CallState?: $types.CallStateInput;
  /** Where the call came from. */
  Direction?: $types.ListCallSummariesDirection;
  /** Who answered, as answering machine detection saw it. */
  AnsweredBy?: $types.DetectedAnsweredByInput;
  /** Whether the provider's analysis tagged the call, for example with `high_jitter`. */
  HasTag?: $types.ListCallSummariesHasTag;
  /** How far the summary is. It is complete about half an hour after the call. */
  ProcessingState?: $types.ListCallSummariesProcessingState;
  /** What the calls are sorted by. */
  SortBy?: $types.ListCallSummariesSortBy;
  /** How many calls a page has. The provider takes 50 unless given. */
  PageSize?: $types.ListCallSummariesPageSize;
  /** Number of the page, from 0. The provider takes it from the URL of the next page. */
  Page?: $types.ListCallSummariesPage;
  /** Where the page begins. The provider puts it into the URL of the next page. */
  PageToken?: $types.ListCallSummariesPageToken;
}
/** Parameters of {@link listCallSummaries}. */
export interface ListCallSummariesParameters extends ListCallSummariesQuery {}
/** Result of {@link listCallSummaries}. */
export type ListCallSummariesResult = $types.CallSummaryPage;
/**
 * List calls, by their annotation if wanted.
 *
 * Returns the calls that meet every condition, page by page. A list of values asks for calls
 * with any of them. Without `StartTime`, only calls of the last four hours are found.
 */
export declare const listCallSummaries: $http.OperationFunction<"summaries", [parameters?: ListCallSummariesParameters, options?: $http.CallOptions], $http.Paged<ListCallSummariesResult, NonNullable<NonNullable<ListCallSummariesResult>["call_summaries"]>[number]>, false>;
/** Bodies of errors, by status, of {@link listCallSummaries}. */
export type ListCallSummariesErrors = { 400: $types.ErrorResponse; 401: $types.ErrorResponse; 429: $types.ErrorResponse };
/** Whether an error is one of {@link listCallSummaries} that is documented, with the body that is documented. */
export declare const isListCallSummariesError: $http.ErrorGuard<ListCallSummariesErrors>;
