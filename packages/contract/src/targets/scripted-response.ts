import type { WireResponse } from "../coverage/exchange.ts";

const HEADER = "x-scripted-response";

/** A header that has the server respond as it says, rightly or wrongly. */
export function scriptedResponse(response: WireResponse): Readonly<Record<string, string>> {
  return { [HEADER]: encodeURIComponent(JSON.stringify(response)) };
}

/** A server that responds as the request says, and as it is otherwise when that says nothing. */
export function followScripts(fetch: (request: Request) => Promise<Response>): (request: Request) => Promise<Response> {
  return async (request) => {
    const script = request.headers.get(HEADER);
    if (script === null) return fetch(request);
    // Written by scriptedResponse, which is where the type comes from.
    const { status, headers, body } = JSON.parse(decodeURIComponent(script)) as WireResponse;
    return new Response(body, { status, headers });
  };
}
