import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { portOf } from "@earmark/testing/servers";

/** A real server on a free loopback port. */
export interface TestServer {
  readonly url: string;
  /** `METHOD path body`, in the order of arrival. */
  readonly received: string[];
}

/** Serves one test. */
export async function serve(
  respond: (response: ServerResponse, request: IncomingMessage) => void,
): Promise<TestServer> {
  const received: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    received.push([request.method, request.url, Buffer.concat(chunks).toString()].filter(Boolean).join(" "));
    respond(response, request);
  });
  return { url: `http://127.0.0.1:${await portOf(server)}`, received };
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json", "twilio-request-id": "RQ1" });
  response.end(JSON.stringify(body));
}

/** An error in the format of the API. */
export function sendError(response: ServerResponse, status: number, message = "No"): void {
  sendJson(response, status, { code: 20_000 + status, message, status });
}
