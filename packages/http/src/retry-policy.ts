import { retryAfter } from "./retry-after.ts";

/** Options for {@link withRetry} and for a client's `retry`. */
export interface RetryLimits {
  readonly attempts: number;
  readonly baseDelay: number;
  readonly maxDelay: number;
}

/** What there is to know after an attempt that may be worth repeating. */
export interface RetrySituation extends RetryLimits {
  /** Number of attempts made. */
  readonly attempt: number;
  /** Sending the request twice does what sending it once does. */
  readonly idempotent: boolean;
  /** The answer; `undefined` when none arrived. */
  readonly response: Pick<Response, "status" | "headers"> | undefined;
  /** What is left of the deadline, in milliseconds. */
  readonly remaining: number;
  readonly now: number;
  /** From 0 to 1. */
  readonly random: number;
}

/**
 * How long to wait before the next attempt, in milliseconds; `undefined`: make none.
 *
 * The provider never processes what it answers with 429, so that is safe to repeat for every method. What the server
 * asks for is done to the letter; otherwise the delay is random up to a bound that doubles, which spreads callers
 * that failed together.
 *
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter
 */
export function retryDelay(situation: RetrySituation): number | undefined {
  const { attempt, attempts, baseDelay, maxDelay, idempotent, response, remaining, now, random } = situation;
  const transient = response === undefined || response.status === 408 || response.status >= 500;
  if (attempt >= attempts || !(response?.status === 429 || (idempotent && transient))) return undefined;
  const asked = response && retryAfter(response.headers, now);
  const delay = asked ?? random * Math.min(maxDelay, baseDelay * 2 ** (attempt - 1));
  return delay < remaining ? delay : undefined;
}
