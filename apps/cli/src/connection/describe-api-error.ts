import {
  type ApiError,
  AuthenticationError,
  BadRequestError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
} from "@earmark/annotation-client";
import { type ExitCode, exitCodes } from "../errors/exit-code.ts";
import { shortened } from "../output/strings.ts";

/** Of what a server says in one place. */
const LONGEST = 300;

/** What the server said, what to give to the provider's support, and what to do about it; a line each. */
export function describeApiError(error: ApiError): readonly string[] {
  const { status, code, method, url, requestId, moreInfo } = error;
  const lines = [
    `The server answered ${status}${code === undefined ? "" : ` (code ${code})`}: ${explanation(error.body)}`,
    `${method} ${url}${requestId === undefined ? "" : `, request ${shortened(requestId, LONGEST)}`}`,
    moreInfo === undefined ? undefined : shortened(moreInfo, LONGEST),
    advice(error),
  ];
  return lines.filter((line) => line !== undefined);
}

/** The provider's own format has a message; RFC 9457 has a title and a detail; a proxy in between sends anything. */
function explanation(body: unknown): string {
  const { message, title, detail }: Record<string, unknown> = Object(body);
  const said = [message, title, detail].filter((part) => typeof part === "string").join(": ");
  return shortened(said || (typeof body === "string" && body.trim()) || "no explanation", LONGEST);
}

function advice(error: ApiError): string | undefined {
  if (error instanceof AuthenticationError || error instanceof PermissionError) {
    return "Set TWILIO_ACCOUNT_SID with TWILIO_AUTH_TOKEN, or TWILIO_API_KEY with TWILIO_API_SECRET, to a pair that may do this.";
  }
  if (error instanceof NotFoundError) {
    return "The account has no such call, or its summary is not there: it is, from about 30 minutes to 30 days after the call.";
  }
  // Credentials go to no other server than the one that was chosen.
  const isRedirect = [301, 302, 303, 307, 308].includes(error.status);
  return isRedirect ? "Redirects are not followed; set --base-url to where the API is." : undefined;
}

/** The exit code for an answer. */
export function apiExitCode(error: ApiError): ExitCode {
  if (error instanceof BadRequestError) return exitCodes.usage;
  if (error instanceof AuthenticationError || error instanceof PermissionError) return exitCodes.denied;
  if (error instanceof NotFoundError) return exitCodes.notFound;
  // 408 is the server's own timeout.
  const isTransient = error instanceof RateLimitError || error instanceof ServerError || error.status === 408;
  return isTransient ? exitCodes.unavailable : exitCodes.unexpected;
}
