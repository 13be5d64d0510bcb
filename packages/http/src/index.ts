// The public surface: what generated clients, the sandbox and callers import.
//
// Deliberately not exported: the way a call is put together (pipeline, openapi-fetch, the checks before and after), the
// parsing of options, EncodeError, and the Runtime that tests replace. They change freely.
export { apiKeyAuth } from "./auth/api-key-auth.ts";
export type { AuthScheme } from "./auth/auth-scheme.ts";
export { basicAuth } from "./auth/basic-auth.ts";
export { bearerAuth } from "./auth/bearer-auth.ts";
export type { Secret } from "./auth/secret.ts";
export { anyCodec } from "./codecs/any-codec.ts";
export { binaryCodec } from "./codecs/binary-codec.ts";
export type { BodyCodec } from "./codecs/body-codec.ts";
export { DecodeError } from "./codecs/decode-error.ts";
export { decodeForm } from "./codecs/decode-form.ts";
export { encodeForm, formCodec } from "./codecs/form-codec.ts";
export { jsonCodec } from "./codecs/json-codec.ts";
export { multipartCodec } from "./codecs/multipart-codec.ts";
export { styledFormCodec } from "./codecs/styled-form-codec.ts";
export { textCodec } from "./codecs/text-codec.ts";
export { createClient } from "./create-client.ts";
export type { ClientDefinition } from "./definition.ts";
export { ApiError, type ApiErrorFacts } from "./errors/api-error.ts";
export { AuthenticationError } from "./errors/authentication-error.ts";
export { BadRequestError } from "./errors/bad-request-error.ts";
export { ConflictError } from "./errors/conflict-error.ts";
export { HttpError, type Target } from "./errors/http-error.ts";
export { NetworkError } from "./errors/network-error.ts";
export { NotFoundError } from "./errors/not-found-error.ts";
export { PermissionError } from "./errors/permission-error.ts";
export { PreconditionFailedError } from "./errors/precondition-failed-error.ts";
export { RateLimitError } from "./errors/rate-limit-error.ts";
export { RequestValidationError } from "./errors/request-validation-error.ts";
export { ResponseTooLargeError } from "./errors/response-too-large-error.ts";
export { type AnswerFacts, ResponseValidationError } from "./errors/response-validation-error.ts";
export { ServerError } from "./errors/server-error.ts";
export { TimeoutError } from "./errors/timeout-error.ts";
export { UnprocessableContentError } from "./errors/unprocessable-content-error.ts";
export type { Fetch, Received } from "./fetch.ts";
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
export type { CallLimits, CallOptions, ClientOptions, RequestClass, RetryOptions } from "./options/client-options.ts";
export { redactor } from "./options/redactor.ts";
export { createPagedClient } from "./pagination/create-paged-client.ts";
export type { Paged } from "./pagination/paged.ts";
export { type HeaderCodec, serializeHeaders } from "./parameters/headers.ts";
export type { PathCodec } from "./parameters/path.ts";
export { type QueryCodec, serializeQuery } from "./parameters/query.ts";
export { serializeStyledPath } from "./parameters/styled-path.ts";
export { serializeStyledQuery } from "./parameters/styled-query.ts";
export { withPlaces } from "./parameters/with-places.ts";
export { type RetryLimits, retryDelay } from "./retry-policy.ts";
export { fullWire } from "./wire/full-wire.ts";
export type { OpenWire, Wire } from "./wire/wire.ts";
export { type BasicAuthOptions, withBasicAuth } from "./with-basic-auth.ts";
export { type RetryDecoratorOptions, withRetry } from "./with-retry.ts";
export { withTimeout } from "./with-timeout.ts";
