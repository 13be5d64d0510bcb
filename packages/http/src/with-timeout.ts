import { TimeoutError } from "./errors/timeout-error.ts";
import { type Fetch, type Received, signalOf } from "./fetch.ts";

/**
 * Gives up after `ms` with a {@link TimeoutError}, or as soon as the outer signal aborts, with its reason; even when
 * the `fetch` beneath pays no attention to signals.
 *
 * @param limit what the error calls it.
 * @param ms at most 2^31 - 1, which is what timers can count to.
 */
export function withTimeout<R extends Received = Response>(
  fetch: Fetch<R>,
  limit: "timeout" | "deadline",
  ms: number,
): Fetch<R> {
  return (request, init) =>
    new Promise((resolve, reject) => {
      const outer = signalOf(request, init);
      const inner = new AbortController();
      const stop = (reason: unknown) => {
        inner.abort(reason);
        reject(reason);
      };
      const onAbort = () => stop(outer.reason);
      if (outer.aborted) return onAbort();
      outer.addEventListener("abort", onAbort);
      const timer = setTimeout(() => stop(new TimeoutError(request, limit, ms)), ms);
      const settled = (response?: R) => {
        clearTimeout(timer);
        // A body that is still to be read must remain abortable.
        if (!response?.body) outer.removeEventListener("abort", onAbort);
        if (response) resolve(response);
      };
      fetch(request, { ...init, signal: inner.signal }).then(settled, (error) => {
        settled();
        reject(error);
      });
    });
}
