// Every refusal there is. The provider documents 20001, 20003, 20004, 20404 and 20500; for the other statuses it
// documents no code, and theirs is 20000 plus the status, as it is for those of its codes that name one.
import { Refusal } from "./refusal.ts";

export const invalid = (message: string): Refusal => new Refusal(400, 20001, message);

export const unauthenticated = (): Refusal =>
  new Refusal(401, 20003, "Authenticate", { "www-authenticate": 'Basic realm="Twilio API", charset="UTF-8"' });

export const notFound = (path: string, reason?: string): Refusal =>
  new Refusal(404, 20404, `The requested resource ${path} was not found${reason === undefined ? "" : `: ${reason}`}`);

export const methodNotAllowed = (allow: string): Refusal =>
  new Refusal(405, 20004, `The method is not allowed here; allowed are ${allow}`, { allow });

export const timedOut = (): Refusal => new Refusal(408, 20408, "The request took too long to arrive");

export const tooLarge = (limit: number): Refusal =>
  new Refusal(413, 20413, `The body must have at most ${limit} bytes`);

export const unsupportedMediaType = (allowed: readonly string[]): Refusal =>
  new Refusal(415, 20415, `The body must be ${allowed.join(" or ")}, without a content encoding`);

export const headersTooLarge = (): Refusal => new Refusal(431, 20431, "The headers are too large");

export const internalError = (): Refusal => new Refusal(500, 20500, "Internal Server Error");

export const notImplemented = (operationId: string): Refusal =>
  new Refusal(501, 20501, `The sandbox does not implement ${operationId}`);
