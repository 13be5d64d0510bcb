import type { RequestClass } from "./client-options.ts";
import { base64 } from "./redact.ts";
import { pickCredentials } from "./with-basic-auth.ts";

/** One security scheme of the document. It holds the names of options, never their values. */
export interface AuthScheme {
  /** Its name in the `security` of operations. */
  readonly scheme: string;
  /** Names of the client options that hold its secret, for messages. */
  readonly options: string;
  /** Reads the options of a client; `undefined` where they are not given. */
  readonly read: (options: Readonly<Record<string, unknown>>) => Secret | undefined;
  /** Puts the secret on a copy of a request. Throws TypeError, without the secret, where it cannot be sent. */
  readonly apply: (copy: Request, secret: string) => Request | Promise<Request>;
  /** The strings to redact in what a server sends back, unencoded. */
  readonly forms: (secret: string) => readonly string[];
}

/** Sets a header to a secret. An invalid one is refused here, since the error of `Headers` would show it. */
function setHeader(copy: Request, header: string, value: string, option: string): Request {
  if (!/^[!-~]+( [!-~]+)*$/.test(value)) throw new TypeError(`${option} must be printable ASCII to be in a header.`);
  copy.headers.set(header, value);
  return copy;
}

/**
 * What a client option for credentials may be: a string, or a function that returns or promises one. It is called
 * once per call, so that tokens can be refreshed; no timeout applies to it.
 */
export type Secret = string | (() => string | Promise<string>);

/** Reads such an option. Messages never contain its value. */
function readSecret(options: Readonly<Record<string, unknown>>, name: string): Secret | undefined {
  // A scheme may be called `constructor`, which every object inherits.
  const value = Object.hasOwn(options, name) ? options[name] : undefined;
  if (value === undefined || value === "") return undefined;
  if (typeof value === "string" || typeof value === "function") return value as Secret;
  throw new TypeError(`${name} must be a string or a function that returns it, received ${typeof value}.`);
}

/** The secret itself. */
export async function resolveSecret(secret: Secret, name: string): Promise<string> {
  const text: unknown = typeof secret === "string" ? secret : await secret();
  if (typeof text === "string" && text !== "") return text;
  throw new TypeError(`${name} must return a string, received ${text === "" ? "none" : typeof text}.`);
}

/**
 * A bearer token in the header `Authorization`.
 *
 * @param option the option of the client that holds the token.
 * @param scheme its name in the document, where that is not the name of the option.
 * @see https://www.rfc-editor.org/rfc/rfc6750#section-2.1
 */
export function bearerAuth(option: string, scheme: string = option): AuthScheme {
  return {
    scheme,
    options: option,
    read: (options) => readSecret(options, option),
    apply: (copy, token) => setHeader(copy, "authorization", `Bearer ${token}`, option),
    forms: (token) => [token],
  };
}

/**
 * An API key in a header, in the query, or in a cookie, which browsers do not let a script set.
 *
 * @param option the option of the client that holds the key.
 * @param name of the header, query parameter or cookie.
 * @param scheme its name in the document, where that is not the name of the option.
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
      // RFC 6265 section 4.1.1: the characters of a cookie.
      if (!/^[!#-+\--:<-[\]-~]+$/.test(key)) throw new TypeError(`${option} must be a string that fits in a cookie.`);
      // Replaces a cookie of this name, since servers differ in which of two they read. Some end a cookie at a comma.
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

/** A copy of a request with another query, since the URL of a request is read-only. */
async function withQuery(request: Request, name: string, key: string): Promise<Request> {
  const { method, headers, redirect, cache, credentials, integrity, keepalive, referrerPolicy, signal } = request;
  // As bytes, since not every browser has or sends streams. A `Request` class of the caller may have its body only.
  const bytes = typeof request.arrayBuffer === "function" ? await request.arrayBuffer() : request.body;
  // Not by `instanceof`: test runners have a realm of their own, with another ArrayBuffer.
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

/**
 * Basic authentication beside other schemes: unlike `basicCredentials`, it may be left out.
 *
 * @param pairs names of the options that hold user and password; a caller gives one pair at most.
 * @param scheme its name in the document.
 * @see https://www.rfc-editor.org/rfc/rfc7617
 */
export function basicAuth(pairs: readonly (readonly [user: string, password: string])[], scheme: string): AuthScheme {
  return {
    scheme,
    options: pairs.join(" or "),
    read: (options) => {
      if (!pairs.flat().some((name) => Object.hasOwn(options, name) && options[name])) return undefined;
      return pickCredentials(pairs, options);
    },
    apply: (copy, pair) => setHeader(copy, "authorization", `Basic ${base64(pair)}`, `${pairs}`),
    forms: (pair) => [pair, pair.slice(pair.indexOf(":") + 1)],
  };
}
