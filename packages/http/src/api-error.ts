import type { CompleteResponse } from "./complete-response.ts";
import type { ErrorReader, OperationDefinition } from "./definition.ts";
import { HttpError } from "./http-error.ts";
import { parseRedacted } from "./redact.ts";
import { retryAfter } from "./retry-policy.ts";
import type { ResponseFacts } from "./validation-error.ts";

/** What an {@link ApiError} is made from. */
export interface ApiErrorFacts extends ResponseFacts {
  readonly code: string | number | undefined;
  readonly moreInfo: string | undefined;
  readonly body: unknown;
  readonly retryAfter: number | undefined;
}

/** The status of the response is not a success. Common statuses have a subclass each. */
export class ApiError extends HttpError {
  override readonly name: string = "ApiError";
  /** 0 for a redirect in a browser, which does not tell its status. */
  declare readonly status: number;
  /** What the provider calls this kind of error, where the body says so: an integer, or up to 100 characters. */
  declare readonly code: string | number | undefined;
  /** To give to the provider's support. */
  declare readonly requestId: string | undefined;
  /** Where the provider explains the error. */
  declare readonly moreInfo: string | undefined;
  /**
   * The body: parsed JSON, else a string. Credentials are replaced by `[redacted]`. `undefined` where it is larger than
   * `maxResponseBytes`.
   */
  declare readonly body: unknown;
  /** How long the server asks to wait, in milliseconds. */
  declare readonly retryAfter: number | undefined;
}

/** 401: the credentials are missing or wrong. */
export class AuthenticationError extends ApiError {
  override readonly name = "AuthenticationError";
  declare readonly status: 401;
}

/** 400: the server rejects the request as invalid. */
export class BadRequestError extends ApiError {
  override readonly name = "BadRequestError";
  declare readonly status: 400;
}

/** 409: the request conflicts with the state of the resource. */
export class ConflictError extends ApiError {
  override readonly name = "ConflictError";
  declare readonly status: 409;
}

/** 404: the resource does not exist, or no longer. */
export class NotFoundError extends ApiError {
  override readonly name = "NotFoundError";
  declare readonly status: 404;
}

/** 403: the credentials are right, but may not do this. */
export class PermissionError extends ApiError {
  override readonly name = "PermissionError";
  declare readonly status: 403;
}

/** 412: a condition of the request does not hold, such as `If-Match` after another change. */
export class PreconditionFailedError extends ApiError {
  override readonly name = "PreconditionFailedError";
  declare readonly status: 412;
}

/** 429: too many requests; this one was not processed. */
export class RateLimitError extends ApiError {
  override readonly name = "RateLimitError";
  declare readonly status: 429;
}

/** 5xx: the server failed. */
export class ServerError extends ApiError {
  override readonly name = "ServerError";
}

/** 422: the server understands the request, and its content is wrong. */
export class UnprocessableContentError extends ApiError {
  override readonly name = "UnprocessableContentError";
  declare readonly status: 422;
}

const classes: Readonly<Record<number, typeof ApiError>> = {
  400: BadRequestError,
  401: AuthenticationError,
  403: PermissionError,
  404: NotFoundError,
  409: ConflictError,
  412: PreconditionFailedError,
  422: UnprocessableContentError,
  429: RateLimitError,
  500: ServerError,
};

/**
 * A response that is not a success. Its content may be anything: JSON of any format, HTML, nothing; it is no string
 * where there is more than the client reads.
 */
export function toApiError(
  facts: ResponseFacts,
  { status, headers, content }: CompleteResponse,
  read: ErrorReader,
  operation: OperationDefinition,
  redact: (text: string) => string,
  now: number,
): ApiError {
  const body = isString(content) ? parseRedacted(content, redact) : undefined;
  const [code, message, link] = read(body, status, operation);
  // Redirects are not followed, so that credentials and bodies go to no other server.
  const hint = /^(0|30[12378])$/.test(`${status}`)
    ? "redirects are not followed"
    : isString(content)
      ? redact(headers.get("content-type") ?? "")
      : "more than maxResponseBytes";
  const said = (shortened(message, 1000) || hint || "no body").replace(/\.?$/, ".");
  const known = Number.isInteger(code) ? (code as number) : shortened(code, 100); // an integer
  // The code of some APIs is the status.
  return new (classes[Math.min(status, 500)] ?? ApiError)(
    `Status ${status}${known && known !== status ? `, code ${known}` : ""}: ${said}`,
    facts,
    {
      ...facts,
      code: known,
      moreInfo: shortened(link, 1000),
      body,
      retryAfter: retryAfter(headers, now),
    } satisfies ApiErrorFacts,
  );
}

/** Errors end up in logs, and `body` has all of it. */
function shortened(value: unknown, limit: number): string | undefined {
  return isString(value) ? value.trim().slice(0, limit) : undefined;
}

function isString(value: unknown): value is string {
  return typeof value === "string";
}
