// Generated from openapi/summaries.yaml by `codegen generate`. Do not edit: change the document instead.
import { createPagedClient, serializeQuery } from "@earmark/http";
import {
  checkAnsweredByInput,
  checkCallStateInput,
  checkCallSummaryPage,
  checkDetectedAnsweredByInput,
  checkListCallSummariesCallScoreAnnotation,
  checkListCallSummariesCallType,
  checkListCallSummariesConnectivityIssueAnnotation,
  checkListCallSummariesDirection,
  checkListCallSummariesFrom,
  checkListCallSummariesFromCarrier,
  checkListCallSummariesFromCountryCode,
  checkListCallSummariesHasTag,
  checkListCallSummariesPage,
  checkListCallSummariesPageSize,
  checkListCallSummariesPageToken,
  checkListCallSummariesProcessingState,
  checkListCallSummariesQualityIssueAnnotation,
  checkListCallSummariesSortBy,
  checkListCallSummariesSpamAnnotation,
  checkListCallSummariesTo,
  checkListCallSummariesToCarrier,
  checkListCallSummariesToCountryCode,
  checkTimeBound,
} from "@earmark/summaries-validators/checks";
import { operations } from "./calls.gen.js";

export {
  ApiError,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  NetworkError,
  NotFoundError,
  PermissionError,
  PreconditionFailedError,
  RateLimitError,
  RequestValidationError,
  ResponseTooLargeError,
  ResponseValidationError,
  ServerError,
  TimeoutError,
  UnprocessableContentError,
} from "@earmark/http";

const definition = {
  interface: 1,
  operations,
  baseUrl: "https://insights.twilio.com",
  credentials: [["accountSid", "authToken"], ["apiKey", "apiSecret"]],
  codecs: {},
  query: serializeQuery,
  requests: {
    AnsweredBy: checkAnsweredByInput,
    CallState: checkCallStateInput,
    DetectedAnsweredBy: checkDetectedAnsweredByInput,
    ListCallSummariesCallScoreAnnotation: checkListCallSummariesCallScoreAnnotation,
    ListCallSummariesCallType: checkListCallSummariesCallType,
    ListCallSummariesConnectivityIssueAnnotation: checkListCallSummariesConnectivityIssueAnnotation,
    ListCallSummariesDirection: checkListCallSummariesDirection,
    ListCallSummariesFrom: checkListCallSummariesFrom,
    ListCallSummariesFromCarrier: checkListCallSummariesFromCarrier,
    ListCallSummariesFromCountryCode: checkListCallSummariesFromCountryCode,
    ListCallSummariesHasTag: checkListCallSummariesHasTag,
    ListCallSummariesPage: checkListCallSummariesPage,
    ListCallSummariesPageSize: checkListCallSummariesPageSize,
    ListCallSummariesPageToken: checkListCallSummariesPageToken,
    ListCallSummariesProcessingState: checkListCallSummariesProcessingState,
    ListCallSummariesQualityIssueAnnotation: checkListCallSummariesQualityIssueAnnotation,
    ListCallSummariesSortBy: checkListCallSummariesSortBy,
    ListCallSummariesSpamAnnotation: checkListCallSummariesSpamAnnotation,
    ListCallSummariesTo: checkListCallSummariesTo,
    ListCallSummariesToCarrier: checkListCallSummariesToCarrier,
    ListCallSummariesToCountryCode: checkListCallSummariesToCountryCode,
    TimeBound: checkTimeBound,
  },
  responses: { CallSummaryPage: checkCallSummaryPage },
};

/** A client of Call Summaries. */
export function createSummariesClient(options) {
  return createPagedClient(definition, options);
}
