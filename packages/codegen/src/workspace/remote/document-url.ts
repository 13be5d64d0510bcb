import { isLoopback } from "@earmark/openapi";

/** Whether a document is fetched, and not a file. */
export function isUrl(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

/** Whether nothing on the way can replace what is fetched, since code is generated from it: TLS, or this machine. */
export function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url));
}

/** The host that a connection is made to: an address of IPv6 without its brackets. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, "");
}

/** Headers and parameters of a query that hold credentials, as far as their names tell. */
export const SECRET: RegExp = /auth|cookie|credential|key|pass|secret|session|^sig$|signature|token/i;

/** A URL without credentials: of its query, parameters that look like some have no value. */
export function publicUrl({ origin, pathname, search }: URL): string {
  const query = search.replace(/([?&]([^=&]*)=)[^&]*/g, (pair, start: string, name: string) =>
    SECRET.test(name) ? `${start}…` : pair,
  );
  return origin + pathname + query;
}
