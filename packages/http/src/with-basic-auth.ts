import { guardOrigin } from "./base-url.ts";
import { base64 } from "./base64.ts";
import type { Fetch, Received } from "./fetch.ts";
import type { Credentials } from "./options/credentials.ts";

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
  return basicAuthenticator(`${username}:${password}`, origin, guardOrigin(origin, allowInsecure))(fetch);
}

/** The decorator alone, made once for a client. */
export function basicAuthenticator(
  credentials: string,
  origin: string,
  check: (url: string) => void,
): <R extends Received>(fetch: Fetch<R>) => Fetch<R> {
  check(origin);
  // In this closure and nowhere else, so that no inspection of a client or an error can show it.
  const authorization = `Basic ${base64(credentials)}`;
  return (fetch) => async (request, init) => {
    check(request.url);
    // A copy: whoever made the request may log it.
    const copy = request.clone();
    copy.headers.set("authorization", authorization);
    return fetch(copy, init);
  };
}
