import { HttpError, type Target } from "../http-error.ts";

/** A success has a larger body than `maxResponseBytes` allows. The rest was not read, and the connection is closed. */
export class ResponseTooLargeError extends HttpError {
  override readonly name = "ResponseTooLargeError";
  readonly code = "size";
  declare readonly status: number;
  /** What is allowed, in bytes after decompression. */
  declare readonly maxResponseBytes: number;

  constructor({ method, url }: Target, status: number, maxResponseBytes: number) {
    const message = `The ${status} response has more than ${maxResponseBytes} bytes: raise maxResponseBytes, or stream it with raw.`;
    super(message, { method, url, status, maxResponseBytes } as Target);
  }
}
