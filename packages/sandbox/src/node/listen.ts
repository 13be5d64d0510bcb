import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Sandbox } from "../create-sandbox.ts";
import { closeServer } from "./close-server.ts";
import { refuseSocket } from "./refuse-socket.ts";
import { respond } from "./respond.ts";

export interface ListenOptions {
  /**
   * 0: any free port.
   *
   * @default 0
   */
  readonly port?: number;
  /**
   * Where to be reached from. The sandbox lets everybody in, so think before you choose anything but loopback.
   *
   * @default "127.0.0.1"
   */
  readonly host?: string;
  /**
   * Told when `sandbox.fetch` rejects, which that of `createSandbox` never does.
   *
   * @default ignores it
   */
  readonly onError?: (error: unknown) => unknown;
  /**
   * Where the IDs of requests come from that never reach the sandbox because they are malformed.
   *
   * @default crypto.randomUUID
   */
  readonly randomUUID?: () => string;
}

/** A sandbox on a port. */
export interface Listening {
  /** Without a slash at the end: `http://127.0.0.1:41234`. */
  readonly url: string;
  /** Stops listening, and within a moment ends every connection, busy ones too. May be called again. */
  close(): Promise<void>;
}

/**
 * Serves a sandbox over HTTP/1.1.
 *
 * Rejects with the error of node:net when it cannot listen (`EADDRINUSE`, …), and with a `TypeError` for an empty
 * host, which would mean every network that the machine is in.
 */
export async function listen(sandbox: Sandbox, options: ListenOptions = {}): Promise<Listening> {
  const { port = 0, host = "127.0.0.1", onError = () => {} } = options;
  const { randomUUID = () => crypto.randomUUID() } = options;
  if (host === "") throw new TypeError("host must not be empty; use 127.0.0.1, or 0.0.0.0 for every network.");
  // Answered by us, in the format of the provider's errors, like everything else that is malformed.
  const server = createServer({ requireHostHeader: false });
  await start(server, port, host);
  // A server on a port has no other kind of address.
  const url = `http://${host.includes(":") ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`;
  const surroundings = { sandbox, url, onError, randomUUID };

  const listener: RequestListener = (incoming, outgoing) => void respond(incoming, outgoing, surroundings);
  server.on("request", listener);
  server.on("checkContinue", listener);
  server.on("checkExpectation", listener);
  server.on("connect", (_, socket) => refuseSocket(undefined, socket, randomUUID()));
  server.on("clientError", ({ code }: NodeJS.ErrnoException, socket) => refuseSocket(code, socket, randomUUID()));
  let closing: Promise<void> | undefined;
  return {
    url,
    close() {
      closing ??= closeServer(server);
      return closing;
    },
  };
}

function start(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}
