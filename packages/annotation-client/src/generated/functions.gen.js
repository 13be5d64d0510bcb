// Generated from openapi/annotation.yaml by `codegen generate`. Do not edit: change the document instead.
import * as $checks from "@earmark/annotation-validators/checks";
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

/** Makes a caller of Call Annotation, the first argument of its functions. */
export function createCaller(options) {
  return $http.openCaller({
    interface: 2,
    baseUrl: "https://insights.twilio.com",
    auth: $http.basicCredentials([["accountSid", "authToken"], ["apiKey", "apiSecret"]]),
    requestId: (headers) => headers.get("Twilio-Request-Id"),
    readError: (body) => [body?.code, body?.message, body?.more_info],
  }, options);
}

export const fetchAnnotation = /* @__PURE__ */ $http.operation({
  operationId: "FetchAnnotation",
  method: "GET",
  path: "/v1/Voice/{CallSid}/Annotation",
  parameters: [{ name: "CallSid", in: "path", required: true, check: $checks.checkCallSid }],
  responses: { "200": { content: { "application/json": { check: $checks.checkAnnotation } } } },
  errors: {
    "400": [$checks.checkErrorResponse],
    "401": [$checks.checkErrorResponse],
    "403": [$checks.checkErrorResponse],
    "404": [$checks.checkErrorResponse],
    "429": [$checks.checkErrorResponse],
  },
  retryOn: [429],
});
export const isFetchAnnotationError = /* @__PURE__ */ $http.errorGuard(fetchAnnotation);

export const updateAnnotation = /* @__PURE__ */ $http.operation({
  operationId: "UpdateAnnotation",
  method: "POST",
  path: "/v1/Voice/{CallSid}/Annotation",
  idempotent: true,
  parameters: [{ name: "CallSid", in: "path", required: true, check: $checks.checkCallSid }],
  requestBody: {
    required: false,
    content: {
      "application/x-www-form-urlencoded": {
        codec: $http.formCodec,
        check: $checks.checkUpdateAnnotationRequest,
        fields: { QualityIssues: { explode: false } },
      },
    },
  },
  responses: { "200": { content: { "application/json": { check: $checks.checkAnnotation } } } },
  errors: {
    "400": [$checks.checkErrorResponse],
    "401": [$checks.checkErrorResponse],
    "403": [$checks.checkErrorResponse],
    "404": [$checks.checkErrorResponse],
    "415": [$checks.checkErrorResponse],
    "429": [$checks.checkErrorResponse],
  },
  retryOn: [429],
});
export const isUpdateAnnotationError = /* @__PURE__ */ $http.errorGuard(updateAnnotation);
