import type { Target } from "../contract/contract.ts";
import type { Exchange } from "../coverage/exchange.ts";

interface RecordedOptions {
  /** @default "https://target.example" */
  readonly url?: string;
  /**
   * Told of every exchange.
   *
   * @default exchanges are not reported
   */
  readonly record?: (exchange: Exchange) => void;
}

/** A server that is a function in this process, as a target. */
export function recorded(
  serve: (request: Request) => Promise<Response>,
  { url = "https://target.example", record = () => {} }: RecordedOptions = {},
): Target {
  const exchanges: Exchange[] = [];
  const fetch = async (incoming: Request): Promise<Response> => {
    const { text: body, again } = await buffered(incoming);
    const { method, headers } = incoming;
    const received = await serve(again());
    const { status } = received;
    const response = { status, headers: Object.fromEntries(received.headers), body: await received.text() };
    const path = incoming.url.slice(url.length);
    const request = { method, path, headers: Object.fromEntries(headers), ...(body !== "" && { body }) };
    exchanges.push({ request, response });
    record({ request, response });
    return new Response(response.body === "" ? null : response.body, { status, headers: received.headers });
  };
  return { url, origin: url, fetch, exchanges };
}

/** A request whose body is in memory. */
export interface Buffered {
  readonly text: string;
  /** The same request, as often as it is needed. */
  readonly again: () => Request;
}

/** Reads a request. Copies of one that is read as a stream now and then wait for each other for ever (undici). */
export async function buffered(request: Request): Promise<Buffered> {
  const { url, method, headers } = request;
  const text = await request.text();
  return { text, again: () => new Request(url, { method, headers, ...(text !== "" && { body: text }) }) };
}
