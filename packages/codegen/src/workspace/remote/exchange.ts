import * as http from "node:http";
import * as https from "node:https";
import { isIP } from "node:net";
import { PassThrough, type Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { connect } from "node:tls";
import { createBrotliDecompress, createGunzip } from "node:zlib";
import { hostOf } from "./document-url.ts";
import { proxyFor, tunnel } from "./proxy.ts";
import { RemoteDocumentError } from "./remote-document-error.ts";

/** The encodings of a body that are asked for. */
const DECODERS: Readonly<Record<string, () => Transform>> = {
  br: createBrotliDecompress,
  gzip: createGunzip,
  identity: () => new PassThrough(),
};

/**
 * Sends one GET request, through a proxy where the environment names one; redirects are not followed.
 *
 * Not by `fetch`, which uses no proxy before Node 22.21, and only if a variable of its own asks for it.
 */
export async function send(
  url: URL,
  headers: Readonly<Record<string, string>>,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<http.IncomingMessage> {
  const request = { headers: { ...headers, "accept-encoding": "gzip, br" }, signal };
  const proxy = proxyFor(url, env);
  if (proxy === undefined)
    return responseTo((url.protocol === "https:" ? https : http).get(url, { ...request, agent: false }));
  const socket = await tunnel(url, proxy, signal);
  const host = hostOf(url);
  const createConnection = () => connect({ socket, host, ...(isIP(host) === 0 && { servername: host }) });
  return responseTo(https.get(url, { ...request, createConnection }));
}

function responseTo(request: http.ClientRequest): Promise<http.IncomingMessage> {
  return new Promise((settle, fail) => {
    // More than one error may come of a connection; what comes after the first says nothing more.
    request.on("response", settle).on("error", fail);
  });
}

/**
 * The body of a response, without its encoding.
 *
 * @param most Bytes. Encoded, a body of any size may be short.
 * @throws {RemoteDocumentError} for a larger body, and for one in another encoding.
 */
export async function bytesOf(response: http.IncomingMessage, most: number): Promise<Buffer> {
  const encoding = (response.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  const decoder = Object.hasOwn(DECODERS, encoding) ? DECODERS[encoding]?.() : undefined;
  if (decoder === undefined) {
    response.destroy();
    throw new RemoteDocumentError(`expected the encoding gzip, br or none, received ${encoding}`);
  }
  const chunks: Buffer[] = [];
  let size = 0;
  // The decoder fails where the response does. Its reader is no part of the pipeline: one that stops while gunzip has more
  // of a chunk to decode would leave that waiting for ever.
  pipeline(response, decoder).catch(() => {});
  for await (const chunk of decoder as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most)
      throw new RemoteDocumentError(`expected at most ${most / 2 ** 20} MiB, received more; pull a smaller document`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
