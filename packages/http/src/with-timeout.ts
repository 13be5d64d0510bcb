import { type Fetch, type Received, signalOf } from "./fetch.ts";
import { HttpError, type Target } from "./http-error.ts";

/** Marks the `init` that another decorator passes on, which follows the caller's signal already. */
const FOLLOWED = Symbol("followed");

/**
 * Gives up after `ms` with a {@link TimeoutError}, or as soon as the outer signal aborts, with its reason; even when
 * the `fetch` beneath ignores signals. No listener stays at that signal once the body has been read.
 *
 * @param limit what the error calls it.
 * @param ms `Infinity`, and what timers cannot count to (2^31 milliseconds or more): no limit.
 */
export function withTimeout<R extends Received = Response>(
  fetch: Fetch<R>,
  limit: "timeout" | "deadline",
  ms: number,
): Fetch<R> {
  const limited = limitTime(fetch, limit, ms);
  return async (request, init) => {
    const signal = init?.signal;
    // The signal of a request goes with it.
    if (!signal || FOLLOWED in init) return limited(request, init);
    const call = new AbortController();
    const onAbort = () => call.abort(signal.reason);
    const release = () => signal.removeEventListener("abort", onAbort);
    signal.addEventListener("abort", onAbort);
    if (signal.aborted) onAbort();
    try {
      const response = await limited(request, { ...init, signal: call.signal, [FOLLOWED]: true } as RequestInit);
      // The end of a stream that is not of the platform cannot be observed.
      if (response.body?.pipeTo) return untilRead(response, response.body, release);
      if (!response.body) release();
      return response;
    } catch (error) {
      release();
      throw error;
    }
  };
}

/** A copy of a response that calls `release` when its body has been read, cancelled or cut off. */
function untilRead<R extends Received>(response: R, body: NonNullable<R["body"]>, release: () => void): R {
  // Where tests run in a realm of their own, its streams may not be those of its Response, or there are none.
  if (globalThis.TransformStream === undefined) return response;
  // `flush` is called before the reader sees the end.
  const { readable, writable } = new TransformStream({ flush: release });
  const copy = new Response(readable, response);
  if (copy.body !== readable) return response;
  body.pipeTo(writable).catch(release);
  const { url, redirected, type }: Partial<Response> = response;
  for (const [name, value] of Object.entries({ url, redirected, type })) Object.defineProperty(copy, name, { value });
  // What has a stream of the platform as its body is a Response, and so is its copy.
  const received: Received = copy;
  return received as R;
}

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
      const settled = (body?: unknown) => {
        clearTimeout(timer);
        // A body that is still to be read must remain abortable.
        if (!body) outer.removeEventListener("abort", onAbort);
      };
      (async () => {
        const response = await fetch(request, { ...init, signal: inner.signal });
        settled(response.body);
        resolve(response);
      })().catch(stop);
    });
}

/** The response took longer than a limit allows. */
export class TimeoutError extends HttpError {
  override readonly name = "TimeoutError";
  readonly code = "timeout";
  /** Which limit: `timeout` is that of one attempt, `deadline` that of the whole call. */
  declare readonly limit: "timeout" | "deadline";
  /** How long the limit is. */
  declare readonly ms: number;

  constructor(target: Target, limit: "timeout" | "deadline", ms: number) {
    super(`No complete response within ${ms} ms (${limit}).`, target, { limit, ms });
  }
}
