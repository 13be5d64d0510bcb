import type { Fetch, Received } from "./fetch.ts";
import type { MediaType } from "./operation.ts";

/** A response whose body has been read: as much of it as a client needs. */
export interface ReadResponse extends Received, Pick<Response, "ok" | "url"> {
  /** As the method to read it says, or the chunks of what is no text; or the limit of bytes that it is beyond. */
  readonly content: string | Blob | readonly Uint8Array[] | number;
  /** What openapi-fetch reads, and parses where it is an error: there is nothing for it. */
  text(): void;
}

/** What a method makes its result or its error of. */
export interface Body extends Pick<Response, "status" | "url" | "headers"> {
  readonly content: unknown;
  /** The media type that it is read as, and what the document says about that; by default, the only one. */
  readonly media?: readonly [mediaType: string, media: MediaType] | undefined;
}

/** Reads the body as part of the attempt, so that one which is cut off fails the attempt and not its reader. */
export function withBody(fetch: Fetch, limit: number, method: "text" | "blob"): Fetch<ReadResponse> {
  return async (request, init) => {
    const response = await fetch(request, init);
    const { ok, status, headers, url } = response;
    const content = await readBody(response, limit, method);
    // A `new Response` would cost more, and cannot be a 204.
    return { ok, status, headers, url: url || request.url, content, text() {} };
  };
}

async function readBody(response: Response, limit: number, method: "text" | "blob"): Promise<ReadResponse["content"]> {
  // React Native, mocks and node-fetch have no stream, or another one, and some of them know only text. What they have
  // read is in memory already, and not worth counting byte by byte.
  const reader = response.body?.getReader?.();
  if (!reader) {
    const whole = await (response[method]?.() ?? response.text());
    return (typeof whole === "string" ? whole.length : whole.size) > limit ? limit : whole;
  }
  // As `response.text()` does it: without a byte order mark, and with U+FFFD for what is no UTF-8.
  const decoder = new TextDecoder();
  const chunks: Uint8Array[] = [];
  let text = "";
  for (let size = 0; size <= limit; ) {
    const { done, value } = await reader.read();
    if (done) return method === "text" ? text + decoder.decode() : chunks;
    size += value.byteLength;
    if (method === "text") text += decoder.decode(value, { stream: true });
    else chunks.push(value);
  }
  // Closes the connection. Whether that works is no concern of the caller's.
  reader.cancel().catch(() => {});
  return limit;
}
