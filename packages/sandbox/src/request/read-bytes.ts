import { invalid } from "../answer/refusals.ts";

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
  const bytes = new Uint8Array(limit);
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return bytes.subarray(0, length);
    if (length + value.length > limit) {
      await reader.cancel();
      return undefined;
    }
    bytes.set(value, length);
    length += value.length;
  }
}
