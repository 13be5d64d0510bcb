import { once } from "node:events";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import type { Exchange, WireAnswer, WireRequest } from "./exchange.ts";
import { flat, forward } from "./forward.ts";

/** A status that no server sends: the tap has no answer to pass on, and the body says why. */
export const NO_ANSWER = 599;

/** Long enough for the end of a process to arrive after that of its connections. */
const PATIENCE = 1_000;

export interface TapOptions {
  /** Where requests go; asked for each one, because a server that died comes back elsewhere. */
  readonly upstream: () => Promise<string>;
  /** Why the server died; `undefined` when it is still alive after `patience` milliseconds. */
  readonly obituary: (patience: number) => Promise<string | undefined>;
  /**
   * Milliseconds to wait for an answer.
   *
   * @default 5_000
   */
  readonly timeout?: number;
}

/** Stands before a server and sees everything that its clients send and get. */
export interface Tap {
  readonly url: string;
  /** In the order of the answers. */
  readonly exchanges: readonly Exchange[];
  close(): Promise<void>;
}

/** Opens a tap on a free loopback port. It passes everything on unchanged, and outlives the server behind it. */
export async function openTap({ upstream, obituary, timeout = 5_000 }: TapOptions): Promise<Tap> {
  const exchanges: Exchange[] = [];
  const explain = async (request: WireRequest, error: unknown): Promise<WireAnswer> => {
    const died = await obituary(PATIENCE);
    return noAnswer(request, died === undefined ? String(error) : `the server died of it: ${died}`);
  };
  const server = createServer(async (incoming, outgoing) => {
    const { method = "", url: path = "" } = incoming;
    const body = await text(incoming);
    const request = { method, path, headers: flat(incoming.headers), ...(body !== "" && { body }) };
    const answer = await upstream()
      .then((url) => forward(url, request, timeout))
      .catch((error) => explain(request, error));
    exchanges.push({ request, answer });
    outgoing.writeHead(answer.status, answer.headers).end(answer.body);
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
function noAnswer({ method, path, body = "" }: WireRequest, reason: string): WireAnswer {
  const message = `No answer to ${method} ${path} ${body}: ${reason}`;
  return { status: NO_ANSWER, headers: { "content-type": "application/json" }, body: JSON.stringify({ message }) };
}
