import { ApiError, type ApiErrorFacts } from "../api-error.ts";
import type { Body } from "../response.ts";
import { retryAfter } from "../retry-after.ts";
import { AuthenticationError } from "./authentication-error.ts";
import { BadRequestError } from "./bad-request-error.ts";
import { ConflictError } from "./conflict-error.ts";
import { NotFoundError } from "./not-found-error.ts";
import { parseRedacted } from "./parse-redacted.ts";
import { PermissionError } from "./permission-error.ts";
import { PreconditionFailedError } from "./precondition-failed-error.ts";
import { RateLimitError } from "./rate-limit-error.ts";
import { requestId } from "./request-id.ts";
import { ServerError } from "./server-error.ts";
import { UnprocessableContentError } from "./unprocessable-content-error.ts";

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
 * A response that is not a success. Its content may be anything: JSON of either format, HTML, nothing; it is no string
 * where there is more than the client reads.
 */
export function toApiError(
  method: string,
  { status, url, headers, content }: Body,
  redact: (text: string) => string,
  now: number,
): ApiError {
  const body = isString(content) ? parseRedacted(content, redact) : undefined;
  // The provider's own format has message and more_info; RFC 9457 has title, detail and type.
  const { code, message, title, detail, more_info, type }: Record<string, unknown> = Object(body);
  // Credentials and bodies go to no other server than the one that was chosen.
  const hint = /^(0|30[12378])$/.test(`${status}`)
    ? "redirects are not followed"
    : isString(content)
      ? redact(headers.get("content-type") ?? "")
      : "more than maxResponseBytes";
  const said = [message, title, detail].filter(isString).join(": ") || hint || "no body";
  const known = Number.isInteger(code) ? (code as number) : undefined;
  const Class = classes[Math.min(status, 500)] ?? ApiError;
  return new Class(`Status ${status}${known ? `, code ${known}` : ""}: ${said}.`, {
    method,
    url,
    status,
    code: known,
    requestId: requestId(headers, redact),
    moreInfo: [more_info, type].find(isString),
    body,
    retryAfter: retryAfter(headers, now),
  } as ApiErrorFacts);
}

const isString = (value: unknown): value is string => typeof value === "string";
