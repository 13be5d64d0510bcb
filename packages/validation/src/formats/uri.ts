const URI = /^[a-z][a-z\d+.-]*:([\w.~:/?#[\]@!$&'()*+,;=-]|%[\da-f]{2})*$/i;

/** An absolute URI: a scheme, then only the characters of RFC 3986 section 2, percent-encoding complete. */
export function isUri(text: string): boolean {
  return URI.test(text);
}
