const BARE_TILDE = /~(?![01])/;

/** `json-pointer` of RFC 6901 section 3, in its string form and not as a URI fragment. */
export function isJsonPointer(text: string): boolean {
  return (text === "" || text.startsWith("/")) && !BARE_TILDE.test(text);
}
