// The refusals that do not depend on an API. The provider documents the codes 20001, 20003, 20004, 20404, 20429 and
// 20500; other statuses have the code 20000 plus the status, like most of those.
import { isLocked } from "../sqlite/store-error.ts";
import type { JsonResponse } from "./json-response.ts";

/** An error response to a request that cannot be served. Holds nothing that the sender of the request must not see. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;
  /** The provider's error code. */
  readonly code: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }

  /** In the format of the provider's errors, which the document calls `ErrorResponse`. */
  toJsonResponse(): JsonResponse {
    const { status, code, message, headers } = this;
    const more_info = `https://www.twilio.com/docs/errors/${code}`;
    return { status, headers, body: { code, message, more_info, status } };
  }
}

export const invalid = (message: string): Refusal => new Refusal(400, 20001, message);

export const unauthenticated = (): Refusal =>
  new Refusal(401, 20003, "Authenticate", { "www-authenticate": 'Basic realm="Twilio API", charset="UTF-8"' });

export const notFound = (path: string, reason?: string): Refusal =>
  new Refusal(404, 20404, `The requested resource ${path} was not found${reason === undefined ? "" : `: ${reason}`}`);

export const faultHeaderForbidden = (): Refusal =>
  new Refusal(
    403,
    20403,
    "Sandbox-Fault is taken only where no other machine can send it, unless --allow-fault-header or " +
      "createSandbox({ allowFaultHeader: true }) says otherwise",
  );

export const methodNotAllowed = (allow: string): Refusal =>
  new Refusal(405, 20004, `The method is not allowed here; allowed are ${allow}`, { allow });

export const timedOut = (): Refusal => new Refusal(408, 20408, "The request took too long to arrive");

export const tooLarge = (limit: number): Refusal =>
  new Refusal(413, 20413, `The body must have at most ${limit} bytes`);

export const unsupportedMediaType = (allowed: readonly string[]): Refusal =>
  new Refusal(415, 20415, `The body must be ${allowed.join(" or ")} in UTF-8, without a content encoding`);

export const misdirected = (hostname: string): Refusal =>
  new Refusal(
    421,
    20421,
    `The sandbox is not called by the name ${hostname.slice(0, 100)}: use localhost, the address that it listens on, or ` +
      "the host of its origin, which --origin or createSandbox({ origin }) sets",
  );

export const headersTooLarge = (): Refusal => new Refusal(431, 20431, "The headers are too large");

const internalError = (): Refusal => new Refusal(500, 20500, "Internal Server Error");

const storeLocked = (): Refusal =>
  new Refusal(503, 20503, "The store is locked by another process, and nothing was stored; try again later");

export const notImplemented = (operationId: string): Refusal =>
  new Refusal(501, 20501, `The sandbox does not implement ${operationId}`);

/** An injected error, with the code that this status has elsewhere. */
export const injectedError = (status: number, code?: number, retryAfter?: number): Refusal => {
  const headers = retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
  return new Refusal(
    status,
    code ?? codes[status] ?? 20_000 + status,
    `The sandbox was asked to respond with ${status}`,
    headers,
  );
};

const codes: Readonly<Record<number, number>> = { 400: 20001, 401: 20003, 405: 20004 };

/** Called for bugs of the sandbox or its store, not for refused requests. */
export type OnError = (error: unknown) => unknown;

/** The response to a thrown error. Anything but a refusal is reported; the response has no details of it. */
export async function failureResponse(error: unknown, onError: OnError): Promise<JsonResponse> {
  if (error instanceof Refusal) return error.toJsonResponse();
  try {
    await onError(error);
  } catch {
    // An `onError` that throws must not change the response, and there is nothing left to report it to.
  }
  return (isLocked(error) ? storeLocked() : internalError()).toJsonResponse();
}
