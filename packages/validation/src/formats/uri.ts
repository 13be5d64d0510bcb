import { isUriReference } from "./uri-reference.ts";

const SCHEME = /^[a-z][a-z\d+.-]*:/i;

/** `URI` of RFC 3986 section 3: a reference that begins with a scheme. */
export function isUri(text: string): boolean {
  return SCHEME.test(text) && isUriReference(text);
}
