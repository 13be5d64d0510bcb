import { toText } from "../codecs/to-text.ts";

/** Percent-encodes all but the unreserved characters of RFC 3986 section 2.3. */
export function percentEncode(path: readonly (string | number)[], value: unknown): string {
  return encodeURIComponent(toText(path, value)).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
