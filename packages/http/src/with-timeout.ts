import { TimeoutError } from "./errors/timeout-error.ts";
import type { Fetch } from "./fetch.ts";
import { amend } from "./request-draft.ts";

export interface TimeoutOptions {
  /** What the error calls it. */
  readonly limit: "timeout" | "deadline";
  /** At most 2^31 - 1, which is what timers can count to. */
  readonly ms: number;
}

/**
 * Gives up after `ms` with a {@link TimeoutError}, or as soon as the request's own signal aborts, with its reason;
 * even when the `fetch` beneath pays no attention to signals.
 */
export function withTimeout(fetch: Fetch, { limit, ms }: TimeoutOptions): Fetch {
  return async (request) => {
    const { signal } = request;
    signal.throwIfAborted();
    const controller = new AbortController();
    const onAbort = () => controller.abort(signal.reason);
    signal.addEventListener("abort", onAbort);
    const timer = setTimeout(() => controller.abort(new TimeoutError(request, limit, ms)), ms);
    let response: Response | undefined;
    try {
      response = await Promise.race([
        fetch(amend(request, { signal: controller.signal })),
        new Promise<never>((_, reject) => {
          controller.signal.addEventListener("abort", () => reject(controller.signal.reason));
        }),
      ]);
      return response;
    } finally {
      clearTimeout(timer);
      // A body that is still to be read must remain abortable.
      if (!response?.body) signal.removeEventListener("abort", onAbort);
    }
  };
}
