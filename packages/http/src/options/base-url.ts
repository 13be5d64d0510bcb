/** Checks `baseUrl`. The message does not repeat it: a wrong one may hold a password. */
export function parseBaseUrl(baseUrl: string): URL {
  if (/^https?:\/\/[^@?#]+$/i.test(baseUrl) && URL.canParse(baseUrl)) return new URL(baseUrl);
  throw new TypeError("baseUrl must be an http(s) URL, without user and query.");
}
