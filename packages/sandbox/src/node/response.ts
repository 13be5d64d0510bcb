import { type IncomingMessage, type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { isConnectionFailure } from "../faults/connection-failure.ts";
import { BODY_LIMIT } from "../request/body.ts";
import { serialize, toResponse } from "../response/json-response.ts";
import {
  failureResponse,
  headersTooLarge,
  invalid,
  type OnError,
  type Refusal,
  timedOut,
} from "../response/refusals.ts";
import type { FetchHandler } from "../sandbox/sandbox.ts";
import type { ServerIdentity } from "./host.ts";
import { toRequest } from "./request.ts";

/** What responding needs to know of the server. */
export interface ServerContext {
  readonly sandbox: FetchHandler;
  readonly identity: ServerIdentity;
  readonly onError: OnError;
  readonly randomUUID: () => string;
}

/** Responds to one request. Never rejects: a failure ends its own connection and nothing else. */
export async function respond(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { sandbox, identity, onError, randomUUID }: ServerContext,
): Promise<void> {
  const disconnected = new AbortController();
  outgoing.once("close", () => disconnected.abort());
  const { signal } = disconnected;
  const onBodyWanted = () => {
    if (/^100-continue$/i.test(incoming.headers.expect ?? "") && !outgoing.headersSent) outgoing.writeContinue();
  };
  try {
    await send(await sandbox.fetch(toRequest(incoming, identity, onBodyWanted), { signal }), incoming, outgoing);
  } catch (error) {
    if (signal.aborted) return;
    if (isConnectionFailure(error)) {
      incoming.socket.resetAndDestroy();
      return;
    }
    const failure = serialize(await failureResponse(error, onError), randomUUID());
    const response = toResponse(failure, incoming.method ?? "GET");
    if (outgoing.headersSent) outgoing.destroy();
    else await send(response, incoming, outgoing).catch(() => outgoing.destroy());
  }
}

/** How long a client may take to read a response, in milliseconds. */
const READING_MS = 30_000;

/**
 * Sends a response. When much of the request is still to come, it is not read, and the connection ends; so it does in
 * the middle of a response that is truncated.
 */
async function send(response: Response, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { bytes, isWhole } = await readBody(response);
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
  // Not `end`, after which node:http closes the connection without lingering. The length says where the response ends.
  outgoing.write(bytes, () => {
    if (!isWhole) incoming.socket.end();
  });
  linger(incoming.socket);
}

/** Whether node:http may skip the rest of the request. With `Expect`, the rest may never come. */
function isSmall({ headers }: IncomingMessage): boolean {
  return headers.expect === undefined && Number(headers["content-length"] ?? Number.NaN) <= BODY_LIMIT;
}

/** The body of a response, or the beginning of it. */
interface ResponseBody {
  readonly bytes: Buffer;
  /** False when the connection must end here. */
  readonly isWhole: boolean;
}

/**
 * Reads a body before any of it is sent, so that a failure can still become a 500.
 *
 * Rejects when reading fails, unless that is a connection that is meant to fail.
 */
async function readBody(response: Response): Promise<ResponseBody> {
  const chunks: Uint8Array[] = [];
  let isWhole = true;
  try {
    for await (const chunk of response.body ?? []) chunks.push(chunk);
  } catch (error) {
    if (!isConnectionFailure(error)) throw error;
    isWhole = false;
  }
  return { bytes: Buffer.concat(chunks), isWhole };
}

/** Responds to bytes that are not HTTP, for which node:http has no response object, and ends the connection. */
export function refuseSocket(code: string | undefined, socket: Duplex, uuid: string): void {
  if (code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, headers, body } = serialize(refusalOf(code).toJsonResponse(), uuid);
  const lines = Object.entries({ ...headers, connection: "close" }).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("\r\n")}\r\n\r\n${body}`);
  linger(socket);
}

function refusalOf(code: string | undefined): Refusal {
  if (code === "HPE_HEADER_OVERFLOW") return headersTooLarge();
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return timedOut();
  return invalid("The request is not HTTP/1.1");
}

const LINGER_MS = 200;

/**
 * Ends a connection whose request was not read to its end, after a pause: the system resets a connection with unread
 * data, and the reset may overtake the response.
 */
function linger(socket: Duplex): void {
  const timer = setTimeout(() => socket.destroy(), LINGER_MS);
  timer.unref();
  socket.once("close", () => clearTimeout(timer));
}
