// Generated from openapi/annotation.yaml by `codegen generate`. Do not edit: change the document instead.
import type { CallOptions, ClientOptions, RawClient } from "@earmark/http";
import type * as $types from "@earmark/annotation-types";

export type * from "@earmark/annotation-types";
export type { CallOptions, ClientOptions, RawClient, RetryOptions } from "@earmark/http";
export { ApiError, AuthenticationError, BadRequestError, ConflictError, NetworkError, NotFoundError, PermissionError, PreconditionFailedError, RateLimitError, RequestValidationError, ResponseTooLargeError, ResponseValidationError, ServerError, TimeoutError, UnprocessableContentError } from "@earmark/http";

/** Parameters of {@link AnnotationClient.fetchAnnotation}. */
export type FetchAnnotationParameters = $types.operations["FetchAnnotation"]["parameters"]["path"];

/** Parameters of {@link AnnotationClient.updateAnnotation}. */
export type UpdateAnnotationParameters = $types.operations["UpdateAnnotation"]["parameters"]["path"];

/** What the client authenticates with. It shows none of it, in no error and no log. */
export type AnnotationClientCredentials = { readonly accountSid: string; readonly authToken: string } | { readonly apiKey: string; readonly apiSecret: string };

export type AnnotationClientOptions = ClientOptions & AnnotationClientCredentials;

/** A client of Call Annotation. */
export interface AnnotationClient {
  /**
   * Read what was noted about a call.
   *
   * Returns the annotation of the call. Fields that nobody has set are `null`.
   */
  fetchAnnotation(parameters: FetchAnnotationParameters, options?: CallOptions): Promise<$types.Annotation>;
  /**
   * Note something about a call.
   *
   * Sets the fields that are sent and leaves the others as they are. Sending the same update
   * twice is harmless, so it may be repeated after a failure.
   */
  updateAnnotation(parameters: UpdateAnnotationParameters, body?: $types.UpdateAnnotationRequest, options?: CallOptions): Promise<$types.Annotation>;
  /** The typed openapi-fetch client, for those who want the `Response`; same credentials, retries and timeouts. */
  readonly raw: RawClient<$types.paths>;
}

/**
 * Creates a client of Call Annotation.
 *
 * @throws {TypeError} when an option is missing or makes no sense.
 */
export declare function createAnnotationClient(options: AnnotationClientOptions): AnnotationClient;
