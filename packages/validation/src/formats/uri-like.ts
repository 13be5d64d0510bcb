// The ranges are the characters of RFC 3986 section 2 in the order of ASCII: one set, and so no stack of alternatives.
const URI = /^[a-z][a-z\d+.-]*:(?!.*%(?![\da-f]{2}))[!#-;=?-[\]_~]*$/i;

/**
 * What a client accepts for a URI in a response: a scheme, then only the characters of RFC 3986 section 2,
 * percent-encoding complete. How authority, port and brackets fit together is left alone, because browsers download
 * this one; {@link isUri} is complete.
 */
export function isUriLike(text: string): boolean {
  return URI.test(text);
}
