import type { BodyCodec } from "../body-codec.ts";
import { refuse } from "../encode-error.ts";

/** `application/octet-stream` and every other type that is bytes to us: a Blob, a buffer, or text, which is sent as UTF-8. */
export const binaryCodec: BodyCodec = {
  encode: (value) => (typeof value === "string" ? value : (toBlob(value) ?? refuse([], "Blob, buffer or text", value))),
};

/** Bytes as a Blob of a type; `undefined` when they are no bytes. A Blob keeps the type that it has. */
export function toBlob(value: unknown, type = ""): Blob | undefined {
  if (isBlob(value)) return value;
  // A view of shared memory cannot be sent; fetch says so.
  const isBuffer = tagOf(value) === "ArrayBuffer" || ArrayBuffer.isView(value);
  return isBuffer ? new Blob([value as BlobPart], { type }) : undefined;
}

/** By its tag: what comes from another realm, such as that of a test runner, is no instance of the classes of this one. */
export function isBlob(value: unknown): value is Blob {
  return /^(Blob|File)$/.test(tagOf(value));
}

function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}
