import type { BodyCodec } from "../body-codec.ts";

/** `application/json`. */
export const jsonCodec: BodyCodec = { encode: (value) => JSON.stringify(value) };
