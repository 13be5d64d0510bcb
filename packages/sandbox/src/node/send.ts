import type { IncomingMessage, ServerResponse } from "node:http";
import { BODY_LIMIT } from "../request/body.ts";
import { linger } from "./linger.ts";
import { readAnswer } from "./read-answer.ts";

/** How long a client may take to read an answer, in milliseconds. */
const READING_MS = 30_000;

/**
 * Sends an answer. When much of the request is still to come, nothing more of it is read and the connection ends; as it
 * does in the middle of an answer that breaks off.
 */
export async function send(response: Response, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { bytes, isWhole } = await readAnswer(response);
  outgoing.statusCode = response.status;
  outgoing.setHeaders(response.headers);
  outgoing.setTimeout(READING_MS, () => outgoing.destroy());
  if (isWhole && (incoming.complete || isSmall(incoming))) {
    outgoing.end(bytes);
    return;
  }
  outgoing.setHeader("connection", "close");
  if (isWhole && bytes.length > 0) outgoing.setHeader("content-length", bytes.length);
  outgoing.flushHeaders();
  // Not `end`, after which node:http closes the connection without lingering. The length tells where the answer ends.
  outgoing.write(bytes, () => {
    if (!isWhole) incoming.socket.end();
  });
  linger(incoming.socket);
}

/** True when node:http may skip the rest, so that the connection can be used again. Whoever waits may never send it. */
function isSmall({ headers }: IncomingMessage): boolean {
  return headers.expect === undefined && Number(headers["content-length"] ?? Number.NaN) <= BODY_LIMIT;
}
