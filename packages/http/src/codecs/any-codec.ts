import type { BodyCodec } from "./body-codec.ts";

/** Any media type, of a body that its schema describes: text as it is, anything else as JSON. */
export const anyCodec: BodyCodec = { encode: (value) => (typeof value === "string" ? value : JSON.stringify(value)) };
