import { invalid } from "../response/refusals.ts";

/**
 * The bytes of a body, or `undefined` as soon as there are more than `limit`; what follows is not read.
 *
 * @throws {Refusal} 400 when they stop arriving, or were read before
 */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array | undefined> {
  if (Number(request.headers.get("content-length")) > limit) return undefined;
  try {
    // A body that somebody has read would look empty here, and an empty one is legal.
    if (request.bodyUsed) throw new TypeError("The body was read before.");
    return request.body === null ? new Uint8Array() : await collect(request.body.getReader(), limit);
  } catch {
    throw invalid("The body could not be read to its end");
  }
}

async function collect(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  limit: number,
): Promise<Uint8Array | undefined> {
  // One array that grows, as most bodies are tiny, and a large one may come byte by byte.
  let bytes = new Uint8Array();
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return bytes.subarray(0, length);
    const needed = length + value.length;
    if (needed > limit) {
      await reader.cancel();
      return undefined;
    }
    if (needed > bytes.length) {
      const larger = new Uint8Array(Math.max(needed, 2 * bytes.length));
      larger.set(bytes.subarray(0, length));
      bytes = larger;
    }
    bytes.set(value, length);
    length = needed;
  }
}
