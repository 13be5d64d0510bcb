import { refuse } from "./encode-error.ts";
import type { MediaType } from "./operation.ts";

/** Writes the body of a request in one media type. */
export interface BodyCodec {
  /** Throws {@link EncodeError} for a value that the media type cannot express. */
  encode(value: unknown, mediaType: MediaType): NonNullable<RequestInit["body"]>;
}

/** `application/json`. */
export const jsonCodec: BodyCodec = { encode: (value) => JSON.stringify(value) };

/** `text/*`: a string, or a number or boolean as one. */
export const textCodec: BodyCodec = {
  encode: (value) => {
    const text = String(value ?? "");
    return Object(value) === value || /\p{Cs}/u.test(text) ? refuse([], "string, number or boolean", value) : text;
  },
};

/** `application/octet-stream` and other binary types: a Blob, a buffer, or a string, which is sent as UTF-8. */
export const binaryCodec: BodyCodec = {
  encode: (value) =>
    typeof value === "string" ? value : (toBlob(value) ?? refuse([], "Blob, buffer or string", value)),
};

/** Bytes as a Blob of a type; `undefined` for any other value. A Blob keeps the type that it has. */
export function toBlob(value: unknown, type = ""): Blob | undefined {
  if (isBlob(value)) return value;
  // For a view of shared memory, fetch throws.
  const isBuffer = tagOf(value) === "ArrayBuffer" || ArrayBuffer.isView(value);
  return isBuffer ? new Blob([value as BlobPart], { type }) : undefined;
}

/** By its tag: objects of another realm, such as that of a test runner, are no instances of this one's classes. */
export function isBlob(value: unknown): value is Blob {
  return /^(Blob|File)$/.test(tagOf(value));
}

function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

/** Any media type: bytes and strings as they are, and anything else as JSON where a schema describes the body. */
export const anyCodec: BodyCodec = {
  encode: (value, media) =>
    media.schema && typeof value !== "string" && !toBlob(value)
      ? JSON.stringify(value)
      : binaryCodec.encode(value, media),
};
