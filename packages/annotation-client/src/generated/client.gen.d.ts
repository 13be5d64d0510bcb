// Generated from openapi/annotation.yaml by `codegen generate`. Do not edit: change the document instead.
import type * as $functions from "./functions.gen.js";
import type * as $http from "@earmark/http";
import type * as $types from "@earmark/annotation-types";

export type * from "./functions.gen.js";
export type { CallOptions, ClientOptions, RawClient, RetryOptions } from "@earmark/http";
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
  isFetchAnnotationError,
  isUpdateAnnotationError,
} from "./functions.gen.js";

/** A client of Call Annotation. */
export interface AnnotationClient {
  /**
   * Read what was noted about a call.
   *
   * Returns the annotation of the call. Fields that nobody has set are `null`.
   */
  fetchAnnotation(parameters: $functions.FetchAnnotationParameters, options?: $http.CallOptions): Promise<$functions.FetchAnnotationResult>;
  /**
   * Note something about a call.
   *
   * Sets the fields that are sent and leaves the others as they are. Sending the same update
   * twice is harmless, so it may be repeated after a failure.
   */
  updateAnnotation(parameters: $functions.UpdateAnnotationParameters, body?: $functions.UpdateAnnotationBody, options?: $http.CallOptions): Promise<$functions.UpdateAnnotationResult>;
  /** The same methods, which give status and headers besides the value of the body. */
  readonly withResponse: {
    fetchAnnotation(parameters: $functions.FetchAnnotationParameters, options?: $http.CallOptions): Promise<$functions.FetchAnnotationWithResponse>;
    updateAnnotation(parameters: $functions.UpdateAnnotationParameters, body?: $functions.UpdateAnnotationBody, options?: $http.CallOptions): Promise<$functions.UpdateAnnotationWithResponse>;
  };
  /** The typed openapi-fetch client, for those who want the `Response`; same credentials, retries and timeouts. */
  readonly raw: $http.RawClient<$types.paths>;
}

/**
 * Creates a client of Call Annotation.
 *
 * @throws {TypeError} when an option is missing or makes no sense.
 */
export declare function createAnnotationClient(options: $functions.AnnotationClientOptions): AnnotationClient;
