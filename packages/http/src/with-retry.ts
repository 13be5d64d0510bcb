import { NetworkError } from "./errors/network-error.ts";
import { TimeoutError } from "./errors/timeout-error.ts";
import type { Fetch } from "./fetch.ts";
import { copyOf } from "./request-draft.ts";
import { type RetryLimits, retryDelay } from "./retry-policy.ts";
import { type Runtime, realRuntime } from "./runtime.ts";

export interface RetryDecoratorOptions extends RetryLimits {
  /** No delay may reach beyond this many milliseconds from the start of the call. */
  readonly deadline: number;
  /**
   * Sending the request twice does what sending it once does.
   *
   * @default by the method: GET, HEAD, PUT, DELETE and OPTIONS (RFC 9110 section 9.2.2)
   */
  readonly idempotent?: boolean | undefined;
}

/** Repeats attempts as {@link retryDelay} says. What the last attempt returned or threw is what the caller gets. */
export function withRetry(fetch: Fetch, options: RetryDecoratorOptions, runtime: Runtime = realRuntime): Fetch {
  return async (request) => {
    const { idempotent = /GET|HEAD|PUT|DELETE|OPTIONS/.test(request.method), deadline, attempts } = options;
    const end = runtime.now() + deadline;
    for (let attempt = 1; ; attempt++) {
      let response: Response | undefined;
      let failure: unknown;
      try {
        response = await fetch(attempt < attempts ? copyOf(request) : request);
      } catch (error) {
        if (request.signal.aborted || !isTransient(error)) throw error;
        failure = error;
      }
      const now = runtime.now();
      const situation = { attempt, idempotent, response, remaining: end - now, now, random: runtime.random() };
      const delay = retryDelay({ ...options, ...situation });
      if (delay === undefined) {
        if (response) return response;
        throw failure;
      }
      // An unread body would keep its connection. That it cannot be cancelled any more is fine.
      await response?.body?.cancel().catch(() => {});
      await runtime.sleep(delay, request.signal);
    }
  };
}

/** Any other error is a mistake that would only repeat itself. */
const isTransient = (error: unknown) => error instanceof NetworkError || error instanceof TimeoutError;
