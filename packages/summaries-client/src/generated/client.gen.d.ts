// Generated from openapi/summaries.yaml by `codegen generate`. Do not edit: change the document instead.
import type * as $functions from "./functions.gen.js";
import type * as $http from "@earmark/http";
import type * as $types from "@earmark/summaries-types";

export type * from "./functions.gen.js";
export type { CallOptions, ClientOptions, Paged, RawClient, RetryOptions } from "@earmark/http";
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
  isListCallSummariesError,
} from "./functions.gen.js";

/** A client of Call Summaries. */
export interface SummariesClient {
  /**
   * List calls, by their annotation if wanted.
   *
   * Returns the calls that meet every condition, page by page. A list of values asks for calls
   * with any of them. Without `StartTime`, only calls of the last four hours are found.
   */
  listCallSummaries(parameters?: $functions.ListCallSummariesParameters, options?: $http.CallOptions): $http.Paged<$functions.ListCallSummariesResult, NonNullable<NonNullable<$functions.ListCallSummariesResult>["call_summaries"]>[number]>;
  /** The same methods, which give status and headers besides the value of the body. */
  readonly withResponse: {
  };
  /** The typed openapi-fetch client, for those who want the `Response`; same credentials, retries and timeouts. */
  readonly raw: $http.RawClient<$types.paths>;
}

/**
 * Creates a client of Call Summaries.
 *
 * @throws {TypeError} when an option is missing or makes no sense.
 */
export declare function createSummariesClient(options: $functions.SummariesClientOptions): SummariesClient;
