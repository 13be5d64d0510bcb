// Generated from openapi/summaries.yaml by `codegen generate`. Do not edit: change the document instead.
import type { CallOptions, ClientOptions, Paged, RawClient } from "@earmark/http";
import type * as $types from "@earmark/summaries-types";

export type * from "@earmark/summaries-types";
export type { CallOptions, ClientOptions, Paged, RawClient, RetryOptions } from "@earmark/http";
export { ApiError, AuthenticationError, BadRequestError, ConflictError, NetworkError, NotFoundError, PermissionError, PreconditionFailedError, RateLimitError, RequestValidationError, ResponseTooLargeError, ResponseValidationError, ServerError, TimeoutError, UnprocessableContentError } from "@earmark/http";

/** Parameters of {@link SummariesClient.listCallSummaries}. */
export type ListCallSummariesParameters = NonNullable<$types.operations["ListCallSummaries"]["parameters"]["query"]>;

/** What the client authenticates with. It shows none of it, in no error and no log. */
export type SummariesClientCredentials = { readonly accountSid: string; readonly authToken: string } | { readonly apiKey: string; readonly apiSecret: string };

export type SummariesClientOptions = ClientOptions & SummariesClientCredentials;

/** A client of Call Summaries. */
export interface SummariesClient {
  /**
   * List calls, by their annotation if wanted.
   *
   * Returns the calls that meet every condition, page by page. A list of values asks for calls
   * with any of them. Without `StartTime`, only calls of the last four hours are found.
   */
  listCallSummaries(parameters?: ListCallSummariesParameters, options?: CallOptions): Paged<$types.CallSummaryPage, NonNullable<NonNullable<$types.CallSummaryPage>["call_summaries"]>[number]>;
  /** The typed openapi-fetch client, for those who want the `Response`; same credentials, retries and timeouts. */
  readonly raw: RawClient<$types.paths>;
}

/**
 * Creates a client of Call Summaries.
 *
 * @throws {TypeError} when an option is missing or makes no sense.
 */
export declare function createSummariesClient(options: SummariesClientOptions): SummariesClient;
