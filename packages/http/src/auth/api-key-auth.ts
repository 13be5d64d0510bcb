import type { RequestClass } from "../options/client-options.ts";
import { type AuthScheme, setHeader } from "./auth-scheme.ts";
import { readSecret } from "./secret.ts";

/**
 * An API key in a header, in the query, or in a cookie, which browsers do not let a script set.
 *
 * @param option the option of the client that holds the key.
 * @param name of the header, query parameter or cookie.
 * @param scheme what the operations call it, where that is not the name of the option.
 * @see https://spec.openapis.org/oas/v3.1.1.html#security-scheme-object
 */
export function apiKeyAuth(
  option: string,
  place: "header" | "query" | "cookie",
  name: string,
  scheme: string = option,
): AuthScheme {
  const write: Record<typeof place, AuthScheme["apply"]> = {
    header: (copy, key) => setHeader(copy, name, key, option),
    query: (copy, key) => withQuery(copy, `${encodeURIComponent(name)}=${encodeURIComponent(key)}`),
    cookie: (copy, key) => {
      // RFC 6265 section 4.1.1: what a cookie may be made of.
      if (!/^[!#-+\--:<-[\]-~]+$/.test(key)) throw new TypeError(`${option} must be text that fits in a cookie.`);
      const others = copy.headers.get("cookie");
      return setHeader(copy, "cookie", `${others ? `${others}; ` : ""}${name}=${key}`, option);
    },
  };
  return {
    scheme,
    options: option,
    read: (options) => readSecret(options, option),
    apply: write[place],
    forms: (key) => [key, encodeURIComponent(key)],
  };
}

/** A request cannot change its URL: this makes another one, with everything else that it was. */
async function withQuery(request: Request, pair: string): Promise<Request> {
  const { method, headers, redirect, cache, credentials, integrity, keepalive, referrerPolicy, signal } = request;
  // A stream could not be sent by every browser, and not all of them show it; a Request of another kind has its body
  // as it is.
  const bytes = typeof request.arrayBuffer === "function" ? await request.arrayBuffer() : request.body;
  const empty = bytes instanceof ArrayBuffer && bytes.byteLength === 0;
  const init = { method, headers, redirect, cache, credentials, integrity, keepalive, referrerPolicy, signal };
  const known = Object.entries({ ...init, body: empty ? undefined : (bytes ?? undefined) }).filter(
    ([, value]) => value !== undefined,
  );
  const url = new URL(request.url);
  url.search += `${url.search ? "&" : "?"}${pair}`;
  return new (request.constructor as RequestClass)(url.href, Object.fromEntries(known));
}
