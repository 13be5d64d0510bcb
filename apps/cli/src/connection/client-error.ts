import {
  ApiError,
  NetworkError,
  ResponseTooLargeError,
  ResponseValidationError,
  TimeoutError,
} from "@earmark/annotation-client";
import type { HttpError } from "@earmark/http";
import { exitCodes } from "../errors/exit-code.ts";
import type { Failure } from "../errors/failure.ts";
import { counted } from "../output/counted.ts";
import { apiExitCode, describeApiError } from "./describe-api-error.ts";
import { describeInvalidAnswer } from "./describe-invalid-answer.ts";

/** `undefined` for anything that is not an error of the client, whose own messages are made for programmers. */
export function describeClientError(error: unknown): Failure | undefined {
  const failure = (lines: readonly string[], exitCode: Failure["exitCode"]): Failure => {
    const { name, code, status, requestId }: Pick<Failure, "name" | "code" | "status" | "requestId"> = Object(error);
    return { name, problems: [lines], code, status, requestId, exitCode };
  };
  if (error instanceof ApiError) return failure(describeApiError(error), apiExitCode(error));
  if (error instanceof NetworkError) return failure(describeNetworkError(error), exitCodes.unavailable);
  if (error instanceof TimeoutError) return failure(describeTimeout(error), exitCodes.unavailable);
  if (error instanceof ResponseTooLargeError) return failure(describeSize(error), exitCodes.unexpected);
  if (error instanceof ResponseValidationError) return failure(describeInvalidAnswer(error), exitCodes.unexpected);
  return undefined;
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
const CLOCK = "Ask whoever runs the server for a new one, and check this machine's clock.";

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
  ["CERT_REVOKED", "The server's certificate was revoked. Ask whoever runs the server for a new one."],
]);

function describeTimeout(error: TimeoutError): readonly string[] {
  const { ms, limit } = error;
  const attempts = limit === "deadline" ? "with all attempts" : "in the last of several attempts";
  return [`No complete answer within ${ms / 1000} s ${attempts}.`, requestLine(error)];
}

function describeSize(error: ResponseTooLargeError): readonly string[] {
  return [`The ${error.status} response has more than ${counted(error.maxResponseBytes, "byte")}.`, requestLine(error)];
}

function requestLine({ method, url }: HttpError): string {
  return `${method} ${url}`;
}
