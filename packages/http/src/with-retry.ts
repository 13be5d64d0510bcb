import { type Fetch, type Received, signalOf } from "./fetch.ts";
import { NetworkError } from "./network-error.ts";
import { type RetryLimits, retryDelay } from "./retry-policy.ts";
import { type Runtime, realRuntime } from "./runtime.ts";
import { MAX_TIMER, TimeoutError } from "./with-timeout.ts";

export interface RetryDecoratorOptions extends RetryLimits {
  /** No delay may reach beyond this many milliseconds from the start of the call. `Infinity`: no limit. */
  readonly deadline: number;
  /**
   * Sending the request twice does what sending it once does.
   *
   * @default by the method: all but POST and PATCH (RFC 9110 section 9.2.2)
   */
  readonly idempotent?: boolean | undefined;
}

/** Repeats attempts as {@link retryDelay} says. What the last attempt returned or threw is what the caller gets. */
export function withRetry<R extends Received = Response>(
  fetch: Fetch<R>,
  options: RetryDecoratorOptions,
  runtime: Runtime = realRuntime,
): Fetch<R> {
  return async (request, init) => {
    const { idempotent = !/^P[OA]/i.test(request.method), deadline, attempts } = options;
    const signal = signalOf(request, init);
    const end = runtime.now() + deadline;
    for (let attempt = 1; ; attempt++) {
      const outcome = fetch(attempt < attempts ? request.clone() : request, init);
      const response = await outcome.catch((error): undefined => {
        // Any other error is a bug, which would only occur again.
        if (signal.aborted || !(error instanceof NetworkError || error instanceof TimeoutError)) throw error;
      });
      const now = runtime.now();
      const delay = retryDelay(options, attempt, idempotent, response, now, runtime.random());
      // A delay that reaches the deadline is useless, and one beyond MAX_TIMER impossible: the last outcome is returned
      // at once.
      if (delay === undefined || delay >= Math.min(end - now, MAX_TIMER)) return outcome;
      // An unread body would keep its connection open. One that cannot be cancelled is done with.
      await response?.body?.cancel().catch(() => {});
      await runtime.sleep(delay, signal);
    }
  };
}
