import { guardOrigin } from "./base-url.ts";
import type { OpenAuth } from "./definition.ts";
import type { Fetch, Received } from "./fetch.ts";
import { base64, redactor } from "./redact.ts";

export interface BasicAuthOptions extends Credentials {
  /** The only origin that gets the credentials. */
  readonly origin: string;
  /**
   * Hosts that may get the credentials over `http:`, as in the options of a client.
   *
   * @default []
   */
  readonly allowInsecure?: readonly string[] | undefined;
}

/**
 * Sends the header of Basic authentication on requests to one origin, and refuses all others.
 *
 * @throws {TypeError} for an origin where others could read the credentials.
 */
export function withBasicAuth<R extends Received = Response>(fetch: Fetch<R>, options: BasicAuthOptions): Fetch<R> {
  const { username, password, origin, allowInsecure } = options;
  const sign = basicSigner(`${username}:${password}`, origin, guardOrigin(origin, allowInsecure));
  return async (request, init) => fetch(sign(request), init);
}

/**
 * Basic authentication of an API that has no other.
 *
 * @param pairs names of the options that hold user and password; a caller gives exactly one pair.
 */
export function basicCredentials(pairs: readonly (readonly [user: string, password: string])[]): OpenAuth {
  return (options, origin, check) => {
    // The names of the credentials are data of the document, which no type here can know.
    const credentials = pickCredentials(pairs, options as Readonly<Record<string, unknown>>);
    const sign = basicSigner(credentials, origin, check);
    return {
      redact: redactor([credentials, credentials.replace(/.*?:/s, "")]),
      // Object returns the request as it is.
      secure: (operation) => (!operation?.security || operation.security[0]?.[0] ? sign : Object),
    };
  };
}

/** Made once for a client. */
function basicSigner(credentials: string, origin: string, check: (url: string) => void): (request: Request) => Request {
  check(origin);
  // Only in this closure, so that no inspection of a client or an error can show it.
  const authorization = `Basic ${base64(credentials)}`;
  return (request) => {
    check(request.url);
    // A copy: the request may be logged where it was made.
    const copy = request.clone();
    copy.headers.set("authorization", authorization);
    return copy;
  };
}

/** A user name and password for Basic authentication. */
interface Credentials {
  readonly username: string;
  readonly password: string;
}

/**
 * The one pair of options that was given, as `user:password`. Messages name options, never their values.
 */
export function pickCredentials(
  pairs: readonly (readonly [user: string, password: string])[],
  options: Readonly<Record<string, unknown>>,
): string {
  const given = `${pairs.flat().filter((name) => options[name])}`;
  const [user = "", secret = ""] = pairs.find((names) => `${names}` === given) ?? [];
  const { [user]: username, [secret]: password } = options;
  // RFC 7617 section 2: a colon ends the user name.
  if (typeof username === "string" && typeof password === "string" && !username.includes(":")) {
    return `${username}:${password}`;
  }
  throw new TypeError(`Pass ${pairs.join(" or ")} as strings; received ${given || "neither"}.`);
}
