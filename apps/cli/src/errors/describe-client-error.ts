import {
  ApiError,
  NetworkError,
  ResponseTooLargeError,
  ResponseValidationError,
  TimeoutError,
} from "@earmark/annotation-client";
import { apiExitCode, describeApiError } from "./describe-api-error.ts";
import { describeInvalidAnswer } from "./describe-invalid-answer.ts";
import { type ExitCode, exitCodes } from "./exit-code.ts";

/** What the command line says about an error of the client, and the exit code for it. */
export interface Description {
  readonly message: string;
  readonly code: ExitCode;
}

/** `undefined` for anything that is not an error of the client, whose own messages are made for programmers. */
export function describeClientError(error: unknown): Description | undefined {
  if (error instanceof ApiError) return { message: describeApiError(error), code: apiExitCode(error) };
  if (error instanceof NetworkError) return { message: describeNetworkError(error), code: exitCodes.unavailable };
  if (error instanceof TimeoutError) return { message: describeTimeout(error), code: exitCodes.unavailable };
  if (error instanceof ResponseTooLargeError) return { message: error.message, code: exitCodes.unexpected };
  if (error instanceof ResponseValidationError) {
    return { message: describeInvalidAnswer(error), code: exitCodes.unexpected };
  }
  return undefined;
}

function describeNetworkError({ cause, method, url }: NetworkError): string {
  // Node's fetch says no more than "fetch failed"; the cause of that has a code such as ECONNREFUSED.
  const { code, message } = Object(Object(cause).cause ?? cause);
  const reason = String(code ?? message);
  const advice = /CERT|SELF_SIGNED|ISSUER|SIGNATURE/.test(reason)
    ? "If your own authority has signed the server's certificate, name its file in NODE_EXTRA_CA_CERTS."
    : "Check the network, the proxy, and --base-url or EARMARK_BASE_URL.";
  return `No complete answer (${reason}).\n${method} ${url}\n${advice}`;
}

function describeTimeout({ ms, limit, method, url }: TimeoutError): string {
  const attempts = limit === "deadline" ? "with all attempts" : "in the last of several attempts";
  return `No complete answer within ${ms / 1000} s ${attempts}.\n${method} ${url}`;
}
