import type { BodyCodec } from "../body-codec.ts";
import { binaryCodec, toBlob } from "./binary-codec.ts";

/** Any media type: bytes and text as they are, and anything else as JSON where a schema describes the body. */
export const anyCodec: BodyCodec = {
  encode: (value, media) =>
    media.schema && typeof value !== "string" && !toBlob(value)
      ? JSON.stringify(value)
      : binaryCodec.encode(value, media),
};
