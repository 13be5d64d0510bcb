import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { FetchHandler } from "../sandbox/sandbox.ts";
import { serverIdentity } from "./host.ts";
import { refuseSocket, respond } from "./response.ts";

export interface ListenOptions {
  /**
   * 0: any free port.
   *
   * @default 0
   */
  readonly port?: number;
  /**
   * The address to listen on. The sandbox lets everyone in, so choose an address other than loopback with care:
   * requests to it may ask for faults only with the `allowFaultHeader` of the sandbox.
   *
   * @default "127.0.0.1"
   */
  readonly host?: string;
  /**
   * Milliseconds until a request's headers are there, from the opening of the connection or the end of the request
   * before.
   *
   * @default 10_000
   */
  readonly headersTimeout?: number;
  /**
   * Milliseconds until the whole request is there.
   *
   * @default 30_000
   */
  readonly requestTimeout?: number;
  /**
   * Milliseconds between two requests on one connection.
   *
   * @default 5_000
   */
  readonly keepAliveTimeout?: number;
  /**
   * Milliseconds that requests may still take when the server is closed.
   *
   * @default 10_000
   */
  readonly grace?: number;
  /**
   * Called when `sandbox.fetch` rejects for another reason than a connection that is meant to fail.
   *
   * @default ignores it
   */
  readonly onError?: (error: unknown) => unknown;
  /**
   * Makes the IDs of requests that are too malformed to reach the sandbox.
   *
   * @default crypto.randomUUID
   */
  readonly randomUUID?: () => string;
}

/** A sandbox on a port. */
export interface Listening {
  /** Without a slash at the end: `http://127.0.0.1:41234`. */
  readonly url: string;
  /**
   * Stops listening, and ends idle connections at once, others after their response or at the end of `grace`. May be
   * called again.
   */
  close(): Promise<void>;
}

/**
 * Serves a sandbox over HTTP/1.1.
 *
 * Rejects with the error of node:net when it cannot listen (`EADDRINUSE`, …), and with a `TypeError` for an empty
 * host, which would mean every network that the machine is in.
 */
export async function listen(sandbox: FetchHandler, options: ListenOptions = {}): Promise<Listening> {
  const { port = 0, host = "127.0.0.1", grace = 10_000, onError = () => {} } = options;
  const { randomUUID = () => crypto.randomUUID() } = options;
  if (host === "") throw new TypeError("host must not be empty; use 127.0.0.1, or 0.0.0.0 for every network.");
  const server = createHardenedServer(options);
  await once(server.listen(port, host), "listening");
  // A server on a port has no other kind of address.
  const identity = serverIdentity(sandbox, host, server.address() as AddressInfo);
  const context = { sandbox, identity, onError, randomUUID };
  const pending = new Set<Promise<void>>();

  const listener: RequestListener = (incoming, outgoing) => {
    // While the server closes, each response is the last one of its connection.
    if (!server.listening) outgoing.setHeader("connection", "close");
    const closed = new Promise<void>((resolve) => outgoing.once("close", resolve));
    pending.add(closed);
    void closed.then(() => pending.delete(closed));
    void respond(incoming, outgoing, context);
  };
  server.on("request", listener);
  server.on("checkContinue", listener);
  server.on("checkExpectation", listener);
  server.on("connect", (_, socket) => refuseSocket(undefined, socket, randomUUID()));
  server.on("clientError", ({ code }: NodeJS.ErrnoException, socket) => refuseSocket(code, socket, randomUUID()));
  let closing: Promise<void> | undefined;
  return {
    url: identity.url,
    close() {
      closing ??= closeServer(server, pending, grace);
      return closing;
    },
  };
}

/** An HTTP server that limits the time and memory that a client can take. */
function createHardenedServer(options: ListenOptions): Server {
  const { headersTimeout = 10_000, requestTimeout = 30_000, keepAliveTimeout = 5_000 } = options;
  const server = createServer({
    headersTimeout,
    requestTimeout,
    keepAliveTimeout,
    connectionsCheckingInterval: Math.min(1_000, headersTimeout / 2, requestTimeout / 2),
    // Explicit, since options of the node command could change it. Includes the URL.
    maxHeaderSize: 16 * 1024,
    insecureHTTPParser: false,
    // A missing one is refused in the format of the provider's errors, like everything else that is malformed.
    requireHostHeader: false,
  });
  // By default headers after the 2000th are dropped silently, credentials included. Their size is limited anyway.
  server.maxHeadersCount = 0;
  return server;
}

/** Stops a server. Requests in progress have `grace` milliseconds left. */
async function closeServer(server: Server, pending: ReadonlySet<Promise<void>>, grace: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, grace);
  });
  await Promise.race([allOf(pending), timeout]);
  clearTimeout(timer);
  server.closeAllConnections();
  await closed;
}

/** Waits for all promises, including those that are added meanwhile. */
async function allOf(pending: ReadonlySet<Promise<void>>): Promise<void> {
  while (pending.size > 0) await Promise.all(pending);
}
