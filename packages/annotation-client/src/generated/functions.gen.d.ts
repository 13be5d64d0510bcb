// Generated from openapi/annotation.yaml by `codegen generate`. Do not edit: change the document instead.
import type * as $http from "@earmark/http";
import type * as $types from "@earmark/annotation-types";

export type * from "@earmark/annotation-types";
export { ApiError, AuthenticationError, BadRequestError, ConflictError, NetworkError, NotFoundError, PermissionError, PreconditionFailedError, RateLimitError, RequestValidationError, ResponseTooLargeError, ResponseValidationError, ServerError, TimeoutError, UnprocessableContentError, withResponse } from "@earmark/http";

/** What the client authenticates with. It shows none of it, in no error and no log. */
export type AnnotationClientCredentials = { readonly accountSid: string; readonly authToken: string } | { readonly apiKey: string; readonly apiSecret: string };

export type AnnotationClientOptions = $http.ClientOptions & AnnotationClientCredentials;

/** Sends the calls of Call Annotation: the first argument of its functions. */
export type AnnotationCaller = $http.Caller<"annotation">;

/**
 * Makes a caller of Call Annotation.
 *
 * @throws {TypeError} when an option is missing or makes no sense.
 */
export declare function createCaller(options: AnnotationClientOptions): AnnotationCaller;

/** Parameters of {@link fetchAnnotation}. */
export interface FetchAnnotationParameters {
  /** SID of the call. */
  CallSid: $types.CallSid;
}
/** Result of {@link fetchAnnotation}. */
export type FetchAnnotationResult = $types.Annotation;
/** Result with status and headers of {@link fetchAnnotation}. */
export type FetchAnnotationWithResponse = $http.TypedResponse<200, $types.Annotation>;
/**
 * Read what was noted about a call.
 *
 * Returns the annotation of the call. Fields that nobody has set are `null`.
 */
export declare const fetchAnnotation: $http.OperationFunction<"annotation", [parameters: FetchAnnotationParameters, options?: $http.CallOptions], Promise<FetchAnnotationResult>, FetchAnnotationWithResponse>;
/** Bodies of errors, by status, of {@link fetchAnnotation}. */
export type FetchAnnotationErrors = { 400: $types.ErrorResponse; 401: $types.ErrorResponse; 403: $types.ErrorResponse; 404: $types.ErrorResponse; 429: $types.ErrorResponse };
/** Whether an error is one of {@link fetchAnnotation} that is documented, with the body that is documented. */
export declare const isFetchAnnotationError: $http.ErrorGuard<FetchAnnotationErrors>;

/** Parameters of {@link updateAnnotation}. */
export interface UpdateAnnotationParameters {
  /** SID of the call. */
  CallSid: $types.CallSid;
}
/** Body of {@link updateAnnotation}. */
export type UpdateAnnotationBody = $types.UpdateAnnotationRequest;
/** Result of {@link updateAnnotation}. */
export type UpdateAnnotationResult = $types.Annotation;
/** Result with status and headers of {@link updateAnnotation}. */
export type UpdateAnnotationWithResponse = $http.TypedResponse<200, $types.Annotation>;
/**
 * Note something about a call.
 *
 * Sets the fields that are sent and leaves the others as they are. Sending the same update
 * twice is harmless, so it may be repeated after a failure.
 */
export declare const updateAnnotation: $http.OperationFunction<"annotation", [parameters: UpdateAnnotationParameters, body?: UpdateAnnotationBody, options?: $http.CallOptions], Promise<UpdateAnnotationResult>, UpdateAnnotationWithResponse>;
/** Bodies of errors, by status, of {@link updateAnnotation}. */
export type UpdateAnnotationErrors = { 400: $types.ErrorResponse; 401: $types.ErrorResponse; 403: $types.ErrorResponse; 404: $types.ErrorResponse; 415: $types.ErrorResponse; 429: $types.ErrorResponse };
/** Whether an error is one of {@link updateAnnotation} that is documented, with the body that is documented. */
export declare const isUpdateAnnotationError: $http.ErrorGuard<UpdateAnnotationErrors>;
