import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { type AddressInfo, connect } from "node:net";
import { onTestFinished } from "vitest";

/** `certificate.pem` is for the name insights.test, `expired.pem` was for localhost; the key is that of both. */
export function tlsFile(name: "certificate.pem" | "expired.pem" | "test-only-key.pem"): string {
  return `${import.meta.dirname}/tls/${name}`;
}

/** Serves one test on a free port of loopback, by a certificate of {@link tlsFile}; returns the port. */
export async function serveSecurely(certificate: "certificate.pem" | "expired.pem", respond: RequestListener) {
  const [cert, key] = await Promise.all([readFile(tlsFile(certificate)), readFile(tlsFile("test-only-key.pem"))]);
  return portOf(createSecureServer({ cert, key }, respond));
}

/** A server under the name insights.test, which only a proxy can find, and the proxy. */
export interface BehindProxy {
  /** What the proxy was asked for: hosts with their credentials for it, and requests that were not for a connection. */
  readonly asked: readonly string[];
  /** That of the proxy, with credentials: `me` and `hunter2`. */
  readonly url: string;
}

export async function serveBehindProxy(respond: RequestListener): Promise<BehindProxy> {
  const server = await serveSecurely("certificate.pem", respond);
  const asked: string[] = [];
  const proxy = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.end();
  }).on("connect", (request, client) => {
    asked.push([request.url, request.headers["proxy-authorization"]].filter(Boolean).join(" "));
    const upstream = connect(server, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on("error", () => client.destroy());
    client.on("error", () => upstream.destroy());
  });
  return { asked, url: `http://me:hunter2@127.0.0.1:${await portOf(proxy)}` };
}

/** Lets a server listen on a free port of loopback until the test is over. */
export async function portOf(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port; // it listens
}
