import { type AuthScheme, setHeader } from "../auth-scheme.ts";
import type { RequestClass } from "../client-options.ts";
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
    query: (copy, key) => withQuery(copy, name, key),
    cookie: (copy, key) => {
      // RFC 6265 section 4.1.1: what a cookie may be made of.
      if (!/^[!#-+\--:<-[\]-~]+$/.test(key)) throw new TypeError(`${option} must be text that fits in a cookie.`);
      // Which of two the server takes is its own affair, so there is one. Some also take a comma for the end of a cookie.
      const others = (copy.headers.get("cookie") ?? "").match(/[^;,]+[;,]?/g) ?? [];
      const kept = others.filter(
        (one) =>
          one
            .trim()
            .split(/[\s=;,]/, 1)
            .join() !== name,
      );
      const before = kept.join("").replace(/^\s+|[\s;,]+$/g, "");
      return setHeader(copy, "cookie", `${before && `${before}; `}${name}=${key}`, option);
    },
  };
  return {
    scheme,
    options: option,
    read: (options) => readSecret(options, option),
    apply: write[place],
    forms: (key) => [key],
  };
}

/** A request cannot change its URL: this makes another one, with everything else that it was. */
async function withQuery(request: Request, name: string, key: string): Promise<Request> {
  const { method, headers, redirect, cache, credentials, integrity, keepalive, referrerPolicy, signal } = request;
  // A stream could not be sent by every browser, and not all of them show it; a Request of another kind has its body
  // as it is.
  const bytes = typeof request.arrayBuffer === "function" ? await request.arrayBuffer() : request.body;
  // In a test runner's realm of its own, it is no instance of that realm's ArrayBuffer.
  const empty = (bytes as ArrayBuffer | null)?.byteLength === 0;
  const init = { method, headers, redirect, cache, credentials, integrity, keepalive, referrerPolicy, signal };
  const known = Object.entries({ ...init, body: empty ? undefined : (bytes ?? undefined) }).filter(
    ([, value]) => value !== undefined,
  );
  const url = new URL(request.url);
  const encoded = encodeURIComponent(name);
  const others = url.search.slice(1).split("&");
  const kept = others.filter((pair) => pair !== "" && ![name, encoded].includes(pair.split("=", 1).join()));
  url.search = [...kept, `${encoded}=${encodeURIComponent(key)}`].join("&");
  return new (request.constructor as RequestClass)(url.href, Object.fromEntries(known));
}
