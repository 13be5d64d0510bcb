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

/**
 * A decorator of the attempts of a client: made once for each call, before anything is sent, and the `fetch` that it
 * returns is called once per attempt. What it gets has no credentials yet; those are added below it. A request that takes
 * the place of another keeps its `redirect`, or else is followed to where the credentials must not go.
 *
 * @param operation `undefined` where `raw` sends what the document does not have.
 * @param redact replaces credentials in what a server sends back.
 */
export type Hook = <R extends Received>(
  fetch: Fetch<R>,
  operation: HookedOperation | undefined,
  redact: (text: string) => string,
) => Fetch<R>;

export interface HookedOperation {
  readonly operationId: string;
  /** Path template. That of a further page ends in its query. */
  readonly path: string;
}

/** The path as the document spells it. */
export function templateOf(operation: HookedOperation | undefined): string | undefined {
  return operation?.path.replace(/\?.*/, "");
}
