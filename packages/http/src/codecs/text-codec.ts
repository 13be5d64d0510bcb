import type { BodyCodec } from "../body-codec.ts";
import { refuse } from "../encode-error.ts";

/** `text/*`: text, or a number or boolean as text. */
export const textCodec: BodyCodec = {
  encode: (value) => {
    const text = String(value ?? "");
    return Object(value) === value || /\p{Cs}/u.test(text) ? refuse([], "text, number or boolean", value) : text;
  },
};
