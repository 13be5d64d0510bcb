import type { WireAnswer } from "../coverage/exchange.ts";

/** What a caller of `fetch` gets: an answer, a part of one, or none. */
export interface Heard {
  readonly answer?: WireAnswer;
  /** Why there is no answer, or not all of it. */
  readonly error?: unknown;
}

/** Calls `fetch` and reads as much as there is. */
export async function hear(fetched: Promise<Response>): Promise<Heard> {
  const response = await fetched.catch((error: unknown) => ({ error }));
  if ("error" in response) return response;
  const { status, body } = response;
  const headers = Object.fromEntries(response.headers);
  const decoder = new TextDecoder();
  let text = "";
  try {
    for await (const chunk of body ?? []) text += decoder.decode(chunk, { stream: true });
  } catch (error) {
    return { answer: { status, headers, body: text }, error };
  }
  return { answer: { status, headers, body: text } };
}
