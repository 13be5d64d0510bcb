import type { Fetch } from "@earmark/http";
import type { Talk } from "../output/talk.ts";

/**
 * Logs the outcome of each request, without headers and query: they hold credentials and personal data.
 *
 * @param note what to add to the line of the n-th request.
 */
export function logRequests(
  fetch: Fetch,
  talk: Talk,
  now: () => number,
  note: (count: number) => string = () => "",
): Fetch {
  let count = 0;
  return async (request, init) => {
    const suffix = note(++count);
    const { origin, pathname } = new URL(request.url);
    const start = now();
    const log = (outcome: string) =>
      talk.detail(`${request.method} ${origin}${pathname}: ${outcome}, ${Math.round(now() - start)} ms${suffix}`);
    try {
      const response = await fetch(request, init);
      const id = response.headers.get("twilio-request-id");
      await log(`${response.status}${id === null ? "" : `, request ${id}`}`);
      return response;
    } catch (error) {
      await log((init?.signal ?? request.signal).aborted ? "given up" : "no response");
      throw error;
    }
  };
}
