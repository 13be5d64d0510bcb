import type { Fetch, Received } from "./fetch.ts";
import { NetworkError } from "./network-error.ts";

/** One attempt: gives failures of the network a name. */
export function attempt<R extends Received>(fetch: Fetch<R>, redact: (text: string) => string): Fetch<R> {
  return async (request, init) => {
    try {
      return await fetch(request, init);
    } catch (cause) {
      // After an abort, nobody reads this: withTimeout has rejected with the reason.
      throw new NetworkError(request, cause, redact);
    }
  };
}
