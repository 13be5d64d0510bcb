import { TimeoutError } from "./errors/timeout-error.ts";
import { type Fetch, type Received, signalOf } from "./fetch.ts";

/** Timers fire at once when they are to wait longer than these milliseconds, some 25 days. */
export const MAX_TIMER: number = 2 ** 31 - 1;

/**
 * {@link withTimeout} as the calls of a client need it: the listener on the outer signal stays with a response whose
 * body is still to be read. There, that signal is one of the call itself.
 */
export function limitTime<R extends Received>(fetch: Fetch<R>, limit: "timeout" | "deadline", ms: number): Fetch<R> {
  return (request, init) =>
    new Promise((resolve, reject) => {
      const outer = signalOf(request, init);
      const inner = new AbortController();
      const stop = (reason: unknown) => {
        settled();
        inner.abort(reason);
        reject(reason);
      };
      const onAbort = () => stop(outer.reason);
      if (outer.aborted) return reject(outer.reason);
      outer.addEventListener("abort", onAbort);
      const timer = ms > MAX_TIMER ? undefined : setTimeout(() => stop(new TimeoutError(request, limit, ms)), ms);
      const settled = (response?: R) => {
        clearTimeout(timer);
        // A body that is still to be read must remain abortable.
        if (!response?.body) outer.removeEventListener("abort", onAbort);
        if (response) resolve(response);
      };
      const attempt = async () => fetch(request, { ...init, signal: inner.signal });
      attempt().then(settled, (error) => {
        settled();
        reject(error);
      });
    });
}
