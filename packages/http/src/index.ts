// The public surface: what generated clients, the sandbox and callers import.
//
// Deliberately not exported: the way a call is put together (pipeline, openapi-fetch, the checks before and after), the
// parsing of options, EncodeError, and the Runtime that tests replace. They change freely.

// Errors.

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
export { ResponseTooLargeError } from "./complete-response.ts";
export { HttpError, type Target } from "./http-error.ts";
export { NetworkError } from "./network-error.ts";
export { responseOf, type TypedResponse } from "./response.ts";
export {
  type AnswerFacts,
  RequestValidationError,
  type ResponseFacts,
  ResponseValidationError,
} from "./validation-error.ts";
export { TimeoutError } from "./with-timeout.ts";

// Decorators of `fetch`.

export type { Fetch, Hook, HookedOperation, Received } from "./fetch.ts";
export { type RetryLimits, retryDelay } from "./retry-policy.ts";
export { type BasicAuthOptions, basicCredentials, withBasicAuth } from "./with-basic-auth.ts";
export { type HookContext, type Hooks, withHooks } from "./with-hooks.ts";
export { type RetryDecoratorOptions, withRetry } from "./with-retry.ts";
export { withTimeout } from "./with-timeout.ts";

// Clients, as generated ones make them.

export { type Caller, noCredentials, openCaller } from "./caller.ts";
export { createClient } from "./create-client.ts";
export type {
  ApiDefinition,
  BodyDefinition,
  ErrorDetails,
  ErrorReader,
  OpenAuth,
  OperationDefinition,
  ParameterDefinition,
  ResponseDefinition,
  Wire,
} from "./definition.ts";
export type { DocumentedError, ErrorGuard } from "./documented-error.ts";
export { errorOfResponse, usualError, usualRequestId } from "./error-reader.ts";
export { keyedOperation } from "./keyed-operation.ts";
export type { RawClient } from "./openapi-fetch.ts";
export { errorGuard, type OperationFunction, operation, withResponse } from "./operation-function.ts";
export { type Paged, pagesOf } from "./pages.ts";

// What a client and a call are told.

export type { CallLimits, CallOptions, ClientOptions, RequestClass, RetryOptions } from "./client-options.ts";

// Plug-ins of a client: credentials, bodies, parameters.

export { type AuthScheme, apiKeyAuth, basicAuth, bearerAuth, type Secret } from "./auth-scheme.ts";
export { anyCodec, type BodyCodec, binaryCodec, jsonCodec, textCodec } from "./body-codec.ts";
export { DecodeError, decodeForm, encodeForm, formCodec, styledFormCodec } from "./form.ts";
export { fullWire } from "./full-wire.ts";
export { type HeaderCodec, serializeHeaders } from "./headers.ts";
export { essence, mediaTypeParameters } from "./media-type.ts";
export { multipartCodec } from "./multipart.ts";
export { fillTemplate, type PathCodec, serializeStyledPath, templateParts } from "./path.ts";
export { withPlaces } from "./places.ts";
export { type QueryCodec, serializeQuery, serializeStyledQuery } from "./query.ts";
export { decodeHeaders, type ResponseHeader } from "./response-headers.ts";

export { securitySchemes } from "./security.ts";

// Webhooks, as generated handlers receive them.

export { receiveWebhooks, type WebhookCall, type WebhookOptions, type WebhookReply } from "./webhook.ts";
export type { Bytes, Webhook, WebhookDefinition, WebhookHandler, WebhookParameter } from "./webhook-definition.ts";

// The operation table.

export type {
  FormField,
  MediaType,
  Operation,
  Pagination,
  Parameter,
  ParameterDocumentation,
  ParameterRules,
  RequestBody,
  ResponseDescription,
  Style,
} from "./operation.ts";

// Secrets.

export { redactor } from "./redact.ts";
