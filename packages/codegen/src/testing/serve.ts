import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import { portOf } from "@earmark/testing/servers";

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
