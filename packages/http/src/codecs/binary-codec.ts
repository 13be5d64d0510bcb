import type { BodyCodec } from "./body-codec.ts";
import { refuse } from "./refuse.ts";

/** `application/octet-stream` and every other type that is bytes to us: a Blob, a buffer, or text, which is sent as UTF-8. */
export const binaryCodec: BodyCodec = {
  encode: (value) => (typeof value === "string" ? value : (toBlob(value) ?? refuse([], "Blob, buffer or text", value))),
};

/** Bytes as a Blob of a type; `undefined` when they are no bytes. A Blob keeps the type that it has. */
export function toBlob(value: unknown, type = ""): Blob | undefined {
  if (value instanceof Blob) return value;
  // A view of shared memory cannot be sent; fetch says so.
  const isBuffer = value instanceof ArrayBuffer || ArrayBuffer.isView(value);
  return isBuffer ? new Blob([value as BlobPart], { type }) : undefined;
}
