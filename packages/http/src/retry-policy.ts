/** Options for {@link withRetry} and for a client's `retry`. */
export interface RetryLimits {
  readonly attempts: number;
  readonly baseDelay: number;
  readonly maxDelay: number;
  /**
   * Statuses of requests that were not processed, so that repeating them is harmless for every method.
   *
   * @default []
   */
  readonly retryOn?: readonly number[] | undefined;
}

/**
 * How long to wait before the next attempt, in milliseconds; `undefined`: make none.
 *
 * A request that gets 429 with `Retry-After` is asked for once more, also a POST; without it, not every server
 * promises that nothing was done. The delay that the server asks for is followed exactly; otherwise the delay is random
 * up to a bound that doubles, which spreads callers that failed together.
 *
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter
 *
 * @param attempt number of attempts made.
 * @param idempotent sending the request twice does what sending it once does.
 * @param response `undefined` when none arrived.
 * @param now milliseconds since 1970.
 * @param random from 0 to 1.
 */
export function retryDelay(
  { attempts, baseDelay, maxDelay, retryOn }: RetryLimits,
  attempt: number,
  idempotent: boolean,
  response: Pick<Response, "status" | "headers"> | undefined,
  now: number,
  random: number,
): number | undefined {
  const status = response?.status ?? 500;
  const asked = response && retryAfter(response.headers, now);
  const isHarmless =
    retryOn?.includes(status) ||
    (status === 429 ? idempotent || asked !== undefined : idempotent && (status === 408 || status >= 500));
  return attempt < attempts && isHarmless
    ? (asked ?? random * Math.min(maxDelay, baseDelay * 2 ** (attempt - 1)))
    : undefined;
}

/**
 * What `Retry-After` asks for, in milliseconds from `now`; `undefined` when it is absent or makes no sense.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export function retryAfter(headers: Headers, now: number): number | undefined {
  // Not every runtime trims values. Of the three forms of a date, that of asctime has no zone.
  const value = (headers.get("retry-after") ?? "").trim().replace(/^\w+ \w+ +\d+ \S+ \d{4}$/, "$& GMT");
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  // Date.parse accepts almost anything ("soon 5" is in May 2001); every HTTP-date now ends so.
  const date = Date.parse(/\d GMT$/.test(value) ? value : "");
  return date >= 0 ? Math.max(0, date - now) : undefined;
}
