import type { Fetch } from "@earmark/http";
import { NO_ANSWER, type WireAnswer, type WireRequest } from "../coverage/exchange.ts";

/** Sends a request as it is, whatever is wrong with it. Throws with the recording proxy's reason when there is no answer. */
export async function send(
  request: WireRequest,
  { url, fetch = globalThis.fetch }: { readonly url: string; readonly fetch?: Fetch },
): Promise<WireAnswer> {
  const { path, ...init } = request;
  const response = await fetch(new Request(url + path, init));
  const answer = {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  };
  if (answer.status === NO_ANSWER) throw new Error(answer.body);
  return answer;
}
