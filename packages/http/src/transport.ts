import { NetworkError } from "./errors/network-error.ts";
import type { Fetch } from "./fetch.ts";
import type { RequestDraft } from "./request-draft.ts";

export interface TransportOptions {
  readonly Request: new (input: string | Request, init: RequestInit) => Request;
  /** Read the body as part of the attempt, so that one which is cut off fails the attempt and not its reader. */
  readonly buffer: boolean;
}

/** The bottom of every pipeline: makes the real request of a draft, sends it, and gives failures a name. */
export function transport(fetch: Fetch, { Request, buffer }: TransportOptions): Fetch {
  return async (request) => {
    // Above this line, all requests of a client are drafts.
    const real = new Request((request as unknown as RequestDraft).source, request);
    try {
      const response = await fetch(real);
      if (!buffer) return response;
      const text = await response.text();
      const { ok, status, headers } = response;
      // As much of an answer as a client needs. A `new Response` would cost more, and cannot be a 204.
      return { ok, status, headers, url: request.url, text: async () => text } as Response;
    } catch (cause) {
      throw request.signal.aborted ? request.signal.reason : new NetworkError(request, cause);
    }
  };
}
