/// <reference types="node" />
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

export interface TestServer {
  readonly url: string;
  /** What arrived, in order. */
  readonly received: {
    method: string;
    url: string;
    headers: IncomingMessage["headers"];
    body: string;
    bytes: Uint8Array<ArrayBuffer>;
  }[];
}

/** Responds to a request. Of several, the n-th responds to the n-th request, and the last to all that follow. */
export type Responder = (response: ServerResponse, request: IncomingMessage) => void;

/** A real server on a free loopback port, for one test. */
export async function serve(...responders: Responder[]): Promise<TestServer> {
  const received: TestServer["received"] = [];
  const listener: RequestListener = (request, response) => {
    const chunks: Uint8Array[] = [];
    request.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    request.on("end", () => {
      const respond = responders[Math.min(received.length, responders.length - 1)];
      const bytes = new Uint8Array(Buffer.concat(chunks));
      const body = new TextDecoder().decode(bytes);
      received.push({ method: request.method ?? "", url: request.url ?? "", headers: request.headers, body, bytes });
      respond?.(response, request);
    });
  };
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Responder {
  return (response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify(body));
  };
}

export function text(status: number, body: string, headers: Record<string, string> = {}): Responder {
  return (response) => {
    response.writeHead(status, { "content-type": "text/html", ...headers });
    response.end(body);
  };
}

/** Ends the connection before any response. */
export const reset: Responder = (response) => response.socket?.destroy();

/** Promises more than it sends. */
export const truncated: Responder = (response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
  response.write('{"call_sid":');
  setTimeout(() => response.socket?.destroy(), 5);
};

/** Never responds. */
export const hang: Responder = () => {};

/** Sends headers and the beginning of a body, and then nothing. */
export const stall: Responder = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.write('{"call_sid":');
};
