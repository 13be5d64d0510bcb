/** Checks `baseUrl`, or the server of the document. The message does not repeat it: a wrong one may hold a password. */
export function parseBaseUrl(given: string | undefined, documented: string): URL {
  const baseUrl = given ?? documented;
  if (/^https?:\/\/[^@?#{}]+$/i.test(baseUrl) && URL.canParse(baseUrl)) return new URL(baseUrl);
  const reason = given === undefined ? "; the document has no such server" : "";
  throw new TypeError(`baseUrl must be an http(s) URL, without user and query${reason}.`);
}
