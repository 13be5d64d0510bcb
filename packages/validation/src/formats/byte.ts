const PADDING = /={1,2}$/;
const OTHER = /[^A-Za-z\d+/]/;

/**
 * OpenAPI's `byte`: base64 of RFC 4648 section 4 with its padding; empty is valid. Unused bits may be set, which section
 * 3.5 leaves to the decoder.
 */
export function isByte(text: string): boolean {
  // A search for what is wrong needs no stack, however long the text.
  return text.length % 4 === 0 && !OTHER.test(text.replace(PADDING, ""));
}
