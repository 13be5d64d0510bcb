import type { Answer } from "./answer.ts";

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
  toAnswer(): Answer {
    const { status, code, message, headers } = this;
    const more_info = `https://www.twilio.com/docs/errors/${code}`;
    return { status, headers, body: { code, message, more_info, status } };
  }
}
