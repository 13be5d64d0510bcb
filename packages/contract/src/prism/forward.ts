import { type IncomingHttpHeaders, type IncomingMessage, request as open } from "node:http";
import { text } from "node:stream/consumers";
import type { WireAnswer, WireRequest } from "../coverage/exchange.ts";

/** Nobody was there to take the request. */
export class NotDelivered extends Error {
  override readonly name = "NotDelivered";
}

/** No answer came in time. */
export class Overdue extends Error {
  override readonly name = "Overdue";
}

/**
 * Sends a request as it is: unlike `fetch`, without reading the path or adding a header.
 *
 * @throws {NotDelivered | Overdue} and what node:http throws when a connection breaks
 */
export async function forward(server: string, request: WireRequest, timeout: number): Promise<WireAnswer> {
  const { method, path, headers, body } = request;
  const signal = AbortSignal.timeout(timeout);
  // No agent: an idle connection that breaks would be blamed on the request that came to use it.
  const outgoing = open(server, { method, path, headers, agent: false, signal });
  try {
    const incoming = await new Promise<IncomingMessage>((resolve, reject) => {
      outgoing.once("response", resolve).on("error", reject).end(body);
    });
    return { status: incoming.statusCode ?? 0, headers: flat(incoming.headers), body: await text(incoming) };
  } catch (error) {
    if (signal.aborted) throw new Overdue(`it took longer than ${timeout} ms`);
    throw Object(error).code === "ECONNREFUSED" ? new NotDelivered("nobody listens there", { cause: error }) : error;
  }
}

/** Headers with one value each, which is what those of this API have. */
export function flat(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
