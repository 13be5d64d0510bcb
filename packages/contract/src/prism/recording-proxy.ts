import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, request as open } from "node:http";
import { text } from "node:stream/consumers";
import { type Exchange, NO_RESPONSE, type WireRequest, type WireResponse } from "../coverage/exchange.ts";
import { openRequestLog, type RequestLog, shown } from "./request-log.ts";

/** Long enough for the end of a process to arrive after that of its connections. */
const PATIENCE = 10_000;

export interface RecordingProxyOptions {
  /** Where requests go; asked for each one, because a server that died comes back elsewhere. */
  readonly upstream: () => Promise<string>;
  /** Why the server died; `undefined` when it is still alive after `patience` milliseconds. */
  readonly exitReason: (patience: number) => Promise<string | undefined>;
  /**
   * Where the requests are noted.
   *
   * @default a log of its own
   */
  readonly log?: RequestLog;
  /**
   * Milliseconds to wait for a response.
   *
   * @default 30_000
   */
  readonly timeout?: number;
  /**
   * Told of every exchange.
   *
   * @default exchanges are not reported
   */
  readonly record?: (exchange: Exchange) => void;
}

/** Stands before a server and sees everything that its clients send and get. */
export interface RecordingProxy {
  readonly url: string;
  /** In the order of the responses. */
  readonly exchanges: readonly Exchange[];
  close(): Promise<void>;
}

/** Opens a proxy on a free loopback port. It passes everything on unchanged, and outlives the server behind it. */
export async function openRecordingProxy({
  upstream,
  exitReason,
  log = openRequestLog(),
  timeout = 30_000,
  record = () => {},
}: RecordingProxyOptions): Promise<RecordingProxy> {
  const exchanges: Exchange[] = [];
  const pass = async (request: WireRequest): Promise<WireResponse> => forward(await upstream(), request, timeout);
  const explain = async (request: WireRequest, error: unknown): Promise<WireResponse> => {
    const others = log.underWay().filter((other) => other !== shown(request));
    const died = await exitReason(error instanceof Overdue ? 0 : PATIENCE);
    const doubt = others.length === 0 ? "" : `, or of one that was under way too (${others.join("; ")})`;
    return noResponse(request, died === undefined ? messageOf(error) : `the server died of it${doubt}: ${died}`);
  };
  /** A request that never reached a server is not to blame for its death, and may try the next one. */
  const passAgain = async (request: WireRequest, error: unknown): Promise<WireResponse> => {
    const died = error instanceof NotDelivered ? await exitReason(PATIENCE) : undefined;
    if (died === undefined) throw error;
    log.crashedBetween(died);
    return pass(request);
  };
  const server = createServer(async (incoming, outgoing) => {
    const { method = "", url: path = "" } = incoming;
    const body = await text(incoming);
    const request = { method, path, headers: flat(incoming.headers), ...(body !== "" && { body }) };
    const end = log.begin(request);
    const response = await pass(request)
      .catch((error) => passAgain(request, error))
      .catch((error) => explain(request, error));
    end();
    exchanges.push({ request, response });
    record({ request, response });
    outgoing.writeHead(response.status, response.headers).end(response.body);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await once(server.close(), "close");
  };
  return { url: `http://127.0.0.1:${port}`, exchanges, close };
}

/** In the format of an error of the API, so that a client shows the message. */
function noResponse(request: WireRequest, reason: string): WireResponse {
  const message = `No response to ${shown(request)}: ${reason}`;
  return { status: NO_RESPONSE, headers: { "content-type": "application/json" }, body: JSON.stringify({ message }) };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Prism did not listen. */
class NotDelivered extends Error {
  override readonly name = "NotDelivered";
}

/** No response came in time. */
class Overdue extends Error {
  override readonly name = "Overdue";
}

/**
 * Sends a request as it is: unlike `fetch`, without reading the path or adding a header.
 *
 * @throws {NotDelivered | Overdue} and what node:http throws when a connection breaks
 */
async function forward(server: string, request: WireRequest, timeout: number): Promise<WireResponse> {
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
    throw Object(error).code === "ECONNREFUSED" ? new NotDelivered("nothing listens there", { cause: error }) : error;
  }
}

/** Headers with one value each, which is what those of this API have. */
function flat(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
