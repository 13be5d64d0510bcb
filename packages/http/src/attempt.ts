import { NetworkError } from "./errors/network-error.ts";
import type { Fetch } from "./fetch.ts";

/**
 * One attempt: gives failures of the network a name, and reads the body as part of the attempt if it is to be read
 * `whole`, so that one which is cut off fails the attempt and not its reader.
 */
export function attempt(fetch: Fetch, whole: boolean): Fetch {
  return async (request, init) => {
    try {
      const response = await fetch(request, init);
      if (!whole) return response;
      const text = await response.text();
      const { ok, status, headers, url } = response;
      // As much of an answer as a client needs. A `new Response` would cost more, and cannot be a 204.
      return { ok, status, headers, url: url || request.url, text: async () => text } as Response;
    } catch (cause) {
      // After an abort, nobody reads this: withTimeout has rejected with the reason.
      throw new NetworkError(request, cause);
    }
  };
}
