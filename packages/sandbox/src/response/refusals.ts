// Every refusal there is. The provider documents 20001, 20003, 20004, 20404, 20429, 20500 and the 170xx; for the other
// statuses it documents no code, and theirs is 20000 plus the status, as it is for those of its codes that name one.
import { isLocked } from "../sqlite/store-error.ts";
import type { JsonResponse } from "./json-response.ts";

/** A request cannot be served, and this is what its sender is told. Never carries what its sender must not see. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;
  /** The provider's number for this kind of error. */
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

/** An error that the sandbox was asked for, with the code that it has elsewhere. */
export const faulty = (status: number, code?: number, retryAfter?: number): Refusal => {
  const headers = retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
  return new Refusal(
    status,
    code ?? codes[status] ?? 20_000 + status,
    `The sandbox was asked to answer ${status}`,
    headers,
  );
};

const codes: Readonly<Record<number, number>> = { 400: 20001, 401: 20003, 405: 20004 };

/** Told about bugs: of the sandbox, its store, an answer that breaks the document. Refused requests are none. */
export type OnError = (error: unknown) => unknown;

/** What to answer after a throw. Anything but a refusal is reported, and its sender learns no details. */
export async function failureResponse(error: unknown, onError: OnError): Promise<JsonResponse> {
  if (error instanceof Refusal) return error.toJsonResponse();
  try {
    await onError(error);
  } catch {
    // A reporter that fails must not change the answer, and there is nobody left to tell.
  }
  return (isLocked(error) ? storeLocked() : internalError()).toJsonResponse();
}
