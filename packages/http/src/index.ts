// The public surface: what generated clients, the sandbox and callers import.
//
// Deliberately not exported: the way a call is put together (pipeline, openapi-fetch, the checks before and after), the
// parsing of options, EncodeError, and the Runtime that tests replace. They change freely.

export {
  ApiError,
  type ApiErrorFacts,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  NotFoundError,
  PermissionError,
  PreconditionFailedError,
  RateLimitError,
  ServerError,
  UnprocessableContentError,
} from "./api-error.ts";
export type { AuthScheme, Secret } from "./auth-scheme.ts";
export { apiKeyAuth, basicAuth, bearerAuth } from "./auth-scheme.ts";
export type { BodyCodec } from "./body-codec.ts";
export { anyCodec, binaryCodec, jsonCodec, textCodec } from "./body-codec.ts";
export type { CallLimits, CallOptions, ClientOptions, RequestClass, RetryOptions } from "./client-options.ts";
export { createClient } from "./create-client.ts";
export type { ClientDefinition, OpenWire, Wire } from "./definition.ts";
export type { Fetch, Received } from "./fetch.ts";
export { DecodeError, decodeForm, encodeForm, formCodec, styledFormCodec } from "./form.ts";
export { fullWire } from "./full-wire.ts";
export { type HeaderCodec, serializeHeaders } from "./headers.ts";
export { HttpError, type Target } from "./http-error.ts";
export { essence, mediaTypeParameters } from "./media-type.ts";
export { multipartCodec } from "./multipart.ts";
export { NetworkError } from "./network-error.ts";
export type { RawClient } from "./openapi-fetch.ts";
export type {
  FormField,
  MediaType,
  Operation,
  Pagination,
  Parameter,
  ParameterDocumentation,
  RequestBody,
  ResponseDescription,
  Style,
} from "./operation.ts";
export type { Paged } from "./paged-client.ts";
export { createPagedClient } from "./paged-client.ts";
export type { PathCodec } from "./path.ts";
export { fillTemplate, serializeStyledPath, templateParts } from "./path.ts";
export { withPlaces } from "./places.ts";
export { type QueryCodec, serializeQuery, serializeStyledQuery } from "./query.ts";
export { redactor } from "./redact.ts";
export { ResponseTooLargeError, responseOf } from "./response.ts";
export { type RetryLimits, retryDelay } from "./retry-policy.ts";
export { type AnswerFacts, RequestValidationError, ResponseValidationError } from "./validation-error.ts";
export { type BasicAuthOptions, withBasicAuth } from "./with-basic-auth.ts";
export { type RetryDecoratorOptions, withRetry } from "./with-retry.ts";
export { TimeoutError, withTimeout } from "./with-timeout.ts";
