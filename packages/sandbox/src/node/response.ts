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
import type { Sandbox } from "../sandbox/sandbox.ts";
import type { ServerIdentity } from "./host.ts";
import { toRequest } from "./request.ts";

/** What can be served: a sandbox, or a decorated one, `{ ...sandbox, fetch }`. */
export interface FetchHandler extends Pick<Sandbox, "origin" | "allowFaultHeader"> {
  /** Rejecting with what `fetch` rejects with when a connection fails makes the connection fail. */
  readonly fetch: (request: Request, init?: RequestInit) => Promise<Response>;
}

/** What one server answers with. */
export interface ServerContext {
  readonly sandbox: FetchHandler;
  readonly identity: ServerIdentity;
  readonly onError: OnError;
  readonly randomUUID: () => string;
}

/** Answers one request. Never rejects: whatever cannot be answered ends its own connection and nothing else. */
export async function respond(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { sandbox, identity, onError, randomUUID }: ServerContext,
): Promise<void> {
  const gone = new AbortController();
  outgoing.once("close", () => gone.abort());
  const { signal } = gone;
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

/** How long a client may take to read an answer, in milliseconds. */
const READING_MS = 30_000;

/**
 * Sends an answer. When much of the request is still to come, nothing more of it is read and the connection ends; as it
 * does in the middle of an answer that breaks off.
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

/** The body of an answer, as far as there is one. */
interface ResponseBody {
  readonly bytes: Buffer;
  /** False when it is to break off here. */
  readonly isWhole: boolean;
}

/**
 * Reads an answer before any of it is sent, so that a failure can still be answered with 500.
 *
 * Rejects with what reading it rejects with, unless that is a connection that is to fail.
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

/** Answers bytes that are not HTTP, for which node:http has no response object, and ends the connection. */
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
 * Ends a connection that was answered before all of its request was read. At once would be too soon: the system
 * resets a connection with unread data, and the reset may overtake the answer.
 */
function linger(socket: Duplex): void {
  const timer = setTimeout(() => socket.destroy(), LINGER_MS);
  timer.unref();
  socket.once("close", () => clearTimeout(timer));
}
