import { HttpError, type Target } from "./http-error.ts";

/** No complete answer: the connection was refused, reset or cut off. `cause` is what `fetch` threw. */
export class NetworkError extends HttpError {
  override readonly name = "NetworkError";
  readonly code = "network";

  constructor({ method, url }: Target, cause: unknown) {
    // Node's fetch says no more than "fetch failed"; the cause of that has a code such as ECONNREFUSED.
    const { code, message } = Object(Object(cause).cause ?? cause);
    super(`No complete answer (${code ?? message}).`, { method, url }, { cause });
  }
}
