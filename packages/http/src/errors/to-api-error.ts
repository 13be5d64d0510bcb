import { retryAfter } from "../retry-after.ts";
import { ApiError } from "./api-error.ts";
import { AuthenticationError } from "./authentication-error.ts";
import { BadRequestError } from "./bad-request-error.ts";
import { NotFoundError } from "./not-found-error.ts";
import { parseRedacted } from "./parse-redacted.ts";
import { PermissionError } from "./permission-error.ts";
import { RateLimitError } from "./rate-limit-error.ts";
import { requestId } from "./request-id.ts";
import { ServerError } from "./server-error.ts";

const classes: Readonly<Record<number, typeof ApiError>> = {
  400: BadRequestError,
  401: AuthenticationError,
  403: PermissionError,
  404: NotFoundError,
  429: RateLimitError,
  500: ServerError,
};

/** An answer that is not a success. `text` is its body, which may be anything: JSON of either format, HTML, nothing. */
export function toApiError(
  method: string,
  { status, url, headers }: Pick<Response, "status" | "url" | "headers">,
  text: string,
  redact: (text: string) => string,
  now: number,
): ApiError {
  const body = parseRedacted(text, redact);
  // The provider's own format has message and more_info; RFC 9457 has title, detail and type.
  const { code, message, title, detail, more_info, type }: Record<string, unknown> = Object(body);
  const said = [message, title, detail].filter(isString).join(": ") || headers.get("content-type") || "no body";
  return new (classes[Math.min(status, 500)] ?? ApiError)(
    `The server answered ${status}${isNumber(code) ? ` (code ${code})` : ""}: ${said.slice(0, 300)}.${advice(status, url, headers.get("location"))}`,
    {
      method,
      url,
      status,
      code: isNumber(code) ? code : undefined,
      requestId: requestId(headers),
      moreInfo: [more_info, type].find(isString),
      body,
      retryAfter: retryAfter(headers, now),
    },
  );
}

const isString = (value: unknown): value is string => typeof value === "string";
const isNumber = (value: unknown): value is number => typeof value === "number";

function advice(status: number, url: string, location: string | null): string {
  if (status === 401 || status === 403) return " Check the credentials.";
  if (status > 399) return "";
  // Credentials and bodies go to no other server than the one that was chosen.
  const target = location && URL.canParse(location, url) ? ` to ${new URL(location, url).origin}` : "";
  return ` Redirects${target} are not followed; set baseUrl to where the API is.`;
}
