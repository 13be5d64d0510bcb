import { isPrivate } from "../is-private.ts";

/** Checks `baseUrl`. The message does not repeat it: a wrong one may hold a password. */
export function parseBaseUrl(baseUrl: string): URL {
  const url = URL.canParse(baseUrl) && new URL(baseUrl);
  if (url && isPrivate(url) && !url.username && !url.password && !/[?#]/.test(baseUrl)) return url;
  throw new TypeError(
    "baseUrl must be an https: URL, or http: to this machine (localhost), without user, password, query or fragment.",
  );
}
