import type { Check } from "@earmark/validation";
import type { Fetch } from "./fetch.ts";
import { HttpError, type Target } from "./http-error.ts";
import type { MediaType } from "./operation.ts";

/** A response whose body has been read: what a method makes its result or its error of. */
export interface CompleteResponse extends Pick<Response, "ok" | "status" | "url" | "headers"> {
  /**
   * The body: a string, or where the wire reads it, a Blob or its chunks. Or the error that it is larger than
   * what is read, which only a success throws.
   */
  readonly content: string | Blob | readonly Uint8Array[] | ResponseTooLargeError;
  /** The media type that it is read as, and what the document says about that; by default, the only one. */
  readonly media?: readonly [mediaType: string, media: ResponseMedia] | undefined;
}

/** What the document says about a media type of a response. Its check is lenient, as for all that is received. */
export interface ResponseMedia extends Pick<MediaType, "text"> {
  readonly check?: Check;
}

/** Reads a body; `undefined` where it has more bytes than `limit`, or more characters where it is no stream. */
export type ReadContent = (
  response: Response,
  limit: number,
) => Promise<Exclude<CompleteResponse["content"], Error> | undefined>;

/** Reads the body as part of the attempt, so that one which is cut off fails the attempt and not its reader. */
export function withContent(fetch: Fetch, limit: number, read: ReadContent = readText): Fetch<CompleteResponse> {
  return async (request, init) => {
    const response = await fetch(request, init);
    const { ok, status, headers, url } = response;
    return {
      ok,
      status,
      headers,
      url: url || request.url,
      content: (await read(response, limit)) ?? new ResponseTooLargeError(request, status, limit),
    };
  };
}

const readText: ReadContent = async (response, limit) => {
  // As `response.text()` does it: without a byte order mark, and with U+FFFD for what is no UTF-8.
  const decoder = new TextDecoder();
  let text = "";
  const isRead = await readChunks(response, limit, (chunk) => {
    text += decoder.decode(chunk, { stream: true });
  });
  if (isRead) return text + decoder.decode();
  if (isRead === undefined) text = await response.text();
  return isRead === false || text.length > limit ? undefined : text;
};

/**
 * Reads the chunks of a body, up to the limit; whether that was all of it. `undefined` for a body that is no stream, or
 * another one, as those of React Native, mocks and node-fetch are, some of which have only `text()`. What they have read
 * is in memory already, and not worth counting byte by byte.
 */
export async function readChunks(
  response: Pick<Response, "body">,
  limit: number,
  onChunk: (chunk: Uint8Array) => void,
): Promise<boolean | undefined> {
  const reader = response.body?.getReader?.();
  if (!reader) return undefined;
  for (let size = 0; size <= limit; ) {
    const { done, value } = await reader.read();
    if (done) return true;
    size += value.byteLength;
    onChunk(value);
  }
  // Closes the connection; a failure to do so is ignored.
  reader.cancel().catch(() => {});
  return false;
}

/** A success has a larger body than `maxResponseBytes` allows. The rest was not read, and the connection is closed. */
export class ResponseTooLargeError extends HttpError {
  override readonly name = "ResponseTooLargeError";
  readonly code = "size";
  declare readonly status: number;
  /** What is allowed, in bytes after decompression. */
  declare readonly maxResponseBytes: number;

  constructor(target: Target, status: number, maxResponseBytes: number) {
    const message = `The ${status} response has more than ${maxResponseBytes} bytes; raise maxResponseBytes.`;
    super(message, target, { status, maxResponseBytes });
  }
}
