import { HttpError, type Target } from "../http-error.ts";

/** The answer took longer than a limit allows. */
export class TimeoutError extends HttpError {
  override readonly name = "TimeoutError";
  readonly code = "timeout";
  /** Which limit: `timeout` is that of one attempt, `deadline` that of the whole call. */
  declare readonly limit: "timeout" | "deadline";
  /** How long the limit is. */
  declare readonly ms: number;

  constructor({ method, url }: Target, limit: "timeout" | "deadline", ms: number) {
    super(`No complete answer within ${ms} ms (${limit}).`, { method, url, limit, ms } as Target);
  }
}
