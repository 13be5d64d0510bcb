/** The part of a response that decorators use. It has a body while that is still to be read. */
export interface Received extends Pick<Response, "status" | "headers"> {
  readonly body?: Response["body"];
}

/**
 * What every decorator takes and returns: `fetch` with a complete request. `init` has what a decorator changes for one
 * attempt, which is the signal; pass it on.
 */
export type Fetch<R extends Received = Response> = (request: Request, init?: RequestInit) => Promise<R>;

/** The signal that ends an attempt: the innermost decorator's, or the request's own. */
export function signalOf(request: Request, init?: RequestInit): AbortSignal {
  return init?.signal ?? request.signal;
}
