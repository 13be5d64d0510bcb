import { HttpError } from "./http-error.ts";
import type { AnswerFacts } from "./validation-error.ts";

/** What an {@link ApiError} is made from. */
export interface ApiErrorFacts extends AnswerFacts {
  readonly code: number | undefined;
  readonly moreInfo: string | undefined;
  readonly body: unknown;
  readonly retryAfter: number | undefined;
}

/** The server answered with a status that is not a success. Its common statuses have a subclass each. */
export class ApiError extends HttpError {
  override readonly name: string = "ApiError";
  /** 0 for a redirect in a browser, which keeps the status to itself. */
  declare readonly status: number;
  /** The provider's number for this kind of error, where the body has one. */
  declare readonly code: number | undefined;
  /** What to give to the provider's support. */
  declare readonly requestId: string | undefined;
  /** Where the provider explains the error. */
  declare readonly moreInfo: string | undefined;
  /**
   * The body: parsed JSON, else a string. Credentials are replaced by `[redacted]`. `undefined` where it is larger than
   * `maxResponseBytes`.
   */
  declare readonly body: unknown;
  /** How long the server asks to wait, in milliseconds. */
  declare readonly retryAfter: number | undefined;
}
