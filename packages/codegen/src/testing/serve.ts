import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A server on a free port of this machine, until the test is over. */
export interface TestServer {
  readonly url: string;
  readonly port: number;
  /** In the order of arrival. */
  readonly received: readonly IncomingMessage[];
}

export async function serve(respond: RequestListener): Promise<TestServer> {
  const received: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    received.push(request);
    respond(request, response);
  });
  const port = await portOf(server);
  return { url: `http://127.0.0.1:${port}`, port, received };
}

/** Listens until the test is over, whatever is still open then. */
export async function portOf(server: Server): Promise<number> {
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port; // it listens
}
