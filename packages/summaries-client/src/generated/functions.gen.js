// Generated from openapi/summaries.yaml by `codegen generate`. Do not edit: change the document instead.
import * as $checks from "@earmark/summaries-validators/checks";
import * as $http from "@earmark/http";

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
  withResponse,
} from "@earmark/http";

/** Makes a caller of Call Summaries, the first argument of its functions. */
export function createCaller(options) {
  return $http.openCaller({
    interface: 2,
    baseUrl: "https://insights.twilio.com",
    auth: $http.basicCredentials([["accountSid", "authToken"], ["apiKey", "apiSecret"]]),
    requestId: (headers) => headers.get("Twilio-Request-Id"),
    readError: (body) => [body?.code, body?.message, body?.more_info],
  }, options);
}

export const listCallSummaries = /* @__PURE__ */ $http.operation({
  operationId: "ListCallSummaries",
  method: "GET",
  path: "/v1/Voice/Summaries",
  parameters: [
    { name: "AnsweredByAnnotation", in: "query", check: $checks.checkAnsweredByInput },
    {
      name: "ConnectivityIssueAnnotation",
      in: "query",
      explode: false,
      check: $checks.checkListCallSummariesConnectivityIssueAnnotation,
    },
    {
      name: "QualityIssueAnnotation",
      in: "query",
      explode: false,
      check: $checks.checkListCallSummariesQualityIssueAnnotation,
    },
    { name: "SpamAnnotation", in: "query", check: $checks.checkListCallSummariesSpamAnnotation },
    {
      name: "CallScoreAnnotation",
      in: "query",
      explode: false,
      check: $checks.checkListCallSummariesCallScoreAnnotation,
    },
    { name: "From", in: "query", check: $checks.checkListCallSummariesFrom },
    { name: "To", in: "query", check: $checks.checkListCallSummariesTo },
    { name: "FromCarrier", in: "query", check: $checks.checkListCallSummariesFromCarrier },
    { name: "ToCarrier", in: "query", check: $checks.checkListCallSummariesToCarrier },
    { name: "FromCountryCode", in: "query", check: $checks.checkListCallSummariesFromCountryCode },
    { name: "ToCountryCode", in: "query", check: $checks.checkListCallSummariesToCountryCode },
    { name: "StartTime", in: "query", check: $checks.checkTimeBound },
    { name: "EndTime", in: "query", check: $checks.checkTimeBound },
    { name: "CallType", in: "query", explode: false, check: $checks.checkListCallSummariesCallType },
    { name: "CallState", in: "query", check: $checks.checkCallStateInput },
    { name: "Direction", in: "query", explode: false, check: $checks.checkListCallSummariesDirection },
    { name: "AnsweredBy", in: "query", check: $checks.checkDetectedAnsweredByInput },
    { name: "HasTag", in: "query", check: $checks.checkListCallSummariesHasTag },
    { name: "ProcessingState", in: "query", check: $checks.checkListCallSummariesProcessingState },
    { name: "SortBy", in: "query", check: $checks.checkListCallSummariesSortBy },
    { name: "PageSize", in: "query", check: $checks.checkListCallSummariesPageSize },
    { name: "Page", in: "query", check: $checks.checkListCallSummariesPage },
    { name: "PageToken", in: "query", check: $checks.checkListCallSummariesPageToken },
  ],
  responses: { "200": { content: { "application/json": { check: $checks.checkCallSummaryPage } } } },
  errors: {
    "400": [$checks.checkErrorResponse],
    "401": [$checks.checkErrorResponse],
    "429": [$checks.checkErrorResponse],
  },
  retryOn: [429],
  pagination: { items: "/call_summaries", nextUrl: "/meta/next_page_url" },
  pages: $http.pagesOf,
  writeQuery: $http.serializeQuery,
});
export const isListCallSummariesError = /* @__PURE__ */ $http.errorGuard(listCallSummaries);
