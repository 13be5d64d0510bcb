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
export { apiKeyAuth } from "./auth/api-key-auth.ts";
export { basicAuth } from "./auth/basic-auth.ts";
export { bearerAuth } from "./auth/bearer-auth.ts";
export type { Secret } from "./auth/secret.ts";
export type { AuthScheme } from "./auth-scheme.ts";
export type { BodyCodec } from "./body-codec.ts";
export type { CallLimits, CallOptions, ClientOptions, RequestClass, RetryOptions } from "./client-options.ts";
export { anyCodec } from "./codecs/any-codec.ts";
export { binaryCodec } from "./codecs/binary-codec.ts";
export { DecodeError } from "./codecs/decode-error.ts";
export { decodeForm } from "./codecs/decode-form.ts";
export { jsonCodec } from "./codecs/json-codec.ts";
export { styledFormCodec } from "./codecs/styled-form-codec.ts";
export { textCodec } from "./codecs/text-codec.ts";
export { createClient } from "./create-client.ts";
export type { ClientDefinition } from "./definition.ts";
export type { Fetch, Received } from "./fetch.ts";
export { encodeForm, formCodec } from "./form.ts";
export { fullWire } from "./full-wire.ts";
export { type HeaderCodec, serializeHeaders } from "./headers.ts";
export { HttpError, type Target } from "./http-error.ts";
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
export { createPagedClient } from "./paged-client.ts";
export type { Paged } from "./pagination/paged.ts";
export { serializeStyledPath } from "./parameters/styled-path.ts";
export { serializeStyledQuery } from "./parameters/styled-query.ts";
export type { PathCodec } from "./path.ts";
export { withPlaces } from "./places.ts";
export { type QueryCodec, serializeQuery } from "./query.ts";
export { redactor } from "./redact.ts";
export { ResponseTooLargeError } from "./response.ts";
export { type RetryLimits, retryDelay } from "./retry-policy.ts";
export { type AnswerFacts, RequestValidationError, ResponseValidationError } from "./validation-error.ts";
export type { OpenWire, Wire } from "./wire/wire.ts";
export { type BasicAuthOptions, withBasicAuth } from "./with-basic-auth.ts";
export { type RetryDecoratorOptions, withRetry } from "./with-retry.ts";
export { TimeoutError, withTimeout } from "./with-timeout.ts";
