/** What decorators look at of a response. One that is still to be read has a body. */
export interface Received extends Pick<Response, "status" | "headers"> {
  readonly body?: Response["body"];
}

/**
 * What every decorator takes and returns: `fetch` with a request that is complete. `init` carries what a decorator
 * changes about one attempt, which today is the signal; pass it on.
 */
export type Fetch<R extends Received = Response> = (request: Request, init?: RequestInit) => Promise<R>;

/** The signal that an attempt has to obey: the innermost decorator's, or the request's own. */
export function signalOf(request: Request, init?: RequestInit): AbortSignal {
  return init?.signal ?? request.signal;
}
