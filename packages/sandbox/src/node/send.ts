import type { IncomingMessage, ServerResponse } from "node:http";
import { BODY_LIMIT } from "../request/read-body.ts";
import { linger } from "./linger.ts";

/** Sends an answer. When much of the request is still to come, nothing more is read and the connection ends. */
export async function send(response: Response, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  outgoing.statusCode = response.status;
  outgoing.setHeaders(response.headers);
  if (incoming.complete || isSmall(incoming)) {
    outgoing.end(body);
    return;
  }
  outgoing.setHeader("connection", "close");
  if (body.length > 0) outgoing.setHeader("content-length", body.length);
  outgoing.flushHeaders();
  // Not `end`, after which node:http closes the connection without lingering. The length tells where the answer ends.
  outgoing.write(body);
  linger(incoming.socket);
}

/** True when node:http may skip the rest, so that the connection can be used again. Whoever waits may never send it. */
function isSmall({ headers }: IncomingMessage): boolean {
  return headers.expect === undefined && Number(headers["content-length"] ?? Number.NaN) <= BODY_LIMIT;
}
