import {
  ApiError,
  AuthenticationError,
  BadRequestError,
  type HttpError,
  NetworkError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ResponseTooLargeError,
  ResponseValidationError,
  ServerError,
  TimeoutError,
} from "@earmark/http";
import { type ExitCode, exitCodes } from "../errors/exit-code.ts";
import type { Failure } from "../errors/failure.ts";
import { counted, shortened } from "../output/strings.ts";

/** Describes an error of the client, whose own messages are for programmers; `undefined` for any other error. */
export function describeClientError(error: unknown): Failure | undefined {
  const failure = (lines: readonly string[], exitCode: Failure["exitCode"]): Failure => {
    const { name, code, status, requestId }: Pick<Failure, "name" | "code" | "status" | "requestId"> = Object(error);
    return { name, problems: [lines], code, status, requestId, exitCode };
  };
  if (error instanceof ApiError) return failure(describeApiError(error), apiExitCode(error));
  if (error instanceof NetworkError) return failure(describeNetworkError(error), exitCodes.unavailable);
  if (error instanceof TimeoutError) return failure(describeTimeout(error), exitCodes.unavailable);
  if (error instanceof ResponseTooLargeError) return failure(describeSize(error), exitCodes.unexpected);
  if (error instanceof ResponseValidationError) return failure(describeInvalidResponse(error), exitCodes.unexpected);
  return undefined;
}

/** Characters that are shown of one string of a server. */
const LONGEST = 300;

/** One line each: the server's explanation, the request to name to its support, and what to do. */
function describeApiError(error: ApiError): readonly string[] {
  const { status, code, method, url, requestId, moreInfo } = error;
  const lines = [
    `The server responded with ${status}${code === undefined ? "" : ` (code ${code})`}: ${explanation(error.body)}`,
    `${method} ${url}${requestId === undefined ? "" : `, request ${shortened(requestId, LONGEST)}`}`,
    moreInfo === undefined ? undefined : shortened(moreInfo, LONGEST),
    advice(error),
  ];
  return lines.filter((line) => line !== undefined);
}

/** Reads `message` of the provider's own format, `title` and `detail` of RFC 9457, or any string, as proxies send. */
function explanation(body: unknown): string {
  const { message, title, detail }: Record<string, unknown> = Object(body);
  const found = [message, title, detail].filter((part) => typeof part === "string").join(": ");
  return shortened(found || (typeof body === "string" && body.trim()) || "no explanation", LONGEST);
}

function advice(error: ApiError): string | undefined {
  if (error instanceof AuthenticationError || error instanceof PermissionError) {
    return "Set TWILIO_ACCOUNT_SID with TWILIO_AUTH_TOKEN, or TWILIO_API_KEY with TWILIO_API_SECRET, to a pair that may do this.";
  }
  if (error instanceof NotFoundError) {
    return "The account has no such call, or its summary is not there: it is, from about 30 minutes to 30 days after the call.";
  }
  // A redirect could take credentials to another server.
  const isRedirect = [301, 302, 303, 307, 308].includes(error.status);
  return isRedirect ? "Redirects are not followed; set --base-url to where the API is." : undefined;
}

function apiExitCode(error: ApiError): ExitCode {
  if (error instanceof BadRequestError) return exitCodes.usage;
  if (error instanceof AuthenticationError || error instanceof PermissionError) return exitCodes.denied;
  if (error instanceof NotFoundError) return exitCodes.notFound;
  // 408 is the server's own timeout.
  const isTransient = error instanceof RateLimitError || error instanceof ServerError || error.status === 408;
  return isTransient ? exitCodes.unavailable : exitCodes.unexpected;
}

function describeNetworkError(error: NetworkError): readonly string[] {
  const request = requestLine(error);
  // The client's messages end in the request, which has a line of its own here.
  const reason = error.message.slice(0, -request.length).trimEnd();
  const advice = certificateAdvice.get(Object(error.cause).code);
  return [reason, request, advice ?? "Check the network, the proxy, and --base-url or EARMARK_BASE_URL."];
}

const ANOTHER_AUTHORITY =
  "If your own authority has signed the server's certificate, name its file in NODE_EXTRA_CA_CERTS.";
const CLOCK = "Ask the operator of the server for a new one, and check this machine's clock.";

/** What to do about a certificate that Node refuses, by its code. */
const certificateAdvice: ReadonlyMap<unknown, string> = new Map([
  ["DEPTH_ZERO_SELF_SIGNED_CERT", ANOTHER_AUTHORITY],
  ["SELF_SIGNED_CERT_IN_CHAIN", ANOTHER_AUTHORITY],
  ["UNABLE_TO_GET_ISSUER_CERT", ANOTHER_AUTHORITY],
  ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", ANOTHER_AUTHORITY],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", ANOTHER_AUTHORITY],
  [
    "ERR_TLS_CERT_ALTNAME_INVALID",
    "The server's certificate is for another name: give the name that is in it with --base-url or EARMARK_BASE_URL.",
  ],
  ["CERT_HAS_EXPIRED", `The server's certificate has expired. ${CLOCK}`],
  ["CERT_NOT_YET_VALID", `The server's certificate is not valid yet. ${CLOCK}`],
  ["CERT_REVOKED", "The server's certificate was revoked. Ask the operator of the server for a new one."],
]);

function describeTimeout(error: TimeoutError): readonly string[] {
  const { ms, limit } = error;
  const attempts = limit === "deadline" ? "with all attempts" : "in the last of several attempts";
  return [`No complete response within ${ms / 1000} s ${attempts}.`, requestLine(error)];
}

function describeSize(error: ResponseTooLargeError): readonly string[] {
  return [`The ${error.status} response has more than ${counted(error.maxResponseBytes, "byte")}.`, requestLine(error)];
}

/** Limits on issues and on characters of a path: a hostile response may have a thousand issues and huge names. */
const SHOWN = 10;
const LONGEST_PATH = 100;

/** Two lines: where a response differs from the document, and the request. No values: they may be personal data. */
export function describeInvalidResponse(error: ResponseValidationError): readonly [string, string] {
  const { status, issues, method, url, requestId } = error;
  const found = issues
    .slice(0, SHOWN)
    .map(({ path, code }) => `${shortened(path.join("/"), LONGEST_PATH) || "body"} (${code})`)
    .join(", ");
  const rest = issues.length > SHOWN ? `, and ${issues.length - SHOWN} more` : "";
  const request = requestId === undefined ? "" : `, request ${shortened(requestId, LONGEST)}`;
  return [`The ${status} response is not what the API promises: ${found}${rest}.`, `${method} ${url}${request}`];
}

function requestLine({ method, url }: HttpError): string {
  return `${method} ${url}`;
}
