import { NetworkError } from "./errors/network-error.ts";
import type { Fetch } from "./fetch.ts";

/**
 * One attempt: gives failures of the network a name, and reads the body as part of the attempt if told what to `read`,
 * so that one which is cut off fails the attempt and not its reader. `text()` returns what was read.
 */
export function attempt(fetch: Fetch, read: "text" | "blob" | undefined): Fetch {
  return async (request, init) => {
    try {
      const response = await fetch(request, init);
      if (!read) return response;
      const { ok, status, headers, url } = response;
      const text = await response[read]();
      // As much of an answer as a client needs. A `new Response` would cost more, and cannot be a 204.
      return { ok, status, headers, url: url || request.url, text: async () => text } as unknown as Response;
    } catch (cause) {
      // After an abort, nobody reads this: withTimeout has rejected with the reason.
      throw new NetworkError(request, cause);
    }
  };
}
