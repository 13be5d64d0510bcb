import type { Fetch } from "@earmark/http";
import { NO_RESPONSE, type WireRequest, type WireResponse } from "../coverage/exchange.ts";

/** Sends a request as it is, whatever is wrong with it. Throws with the recording proxy's reason when there is no response. */
export async function send(
  request: WireRequest,
  { url, fetch = globalThis.fetch }: { readonly url: string; readonly fetch?: Fetch },
): Promise<WireResponse> {
  const { path, ...init } = request;
  const received = await fetch(new Request(url + path, init));
  const response = {
    status: received.status,
    headers: Object.fromEntries(received.headers),
    body: await received.text(),
  };
  if (response.status === NO_RESPONSE) throw new Error(response.body);
  return response;
}
