import { basicCredential } from "./basic-credential.ts";
import type { Fetch, Received } from "./fetch.ts";
import { isPrivate } from "./is-private.ts";
import type { Credentials } from "./options/credentials.ts";

export interface BasicAuthOptions extends Credentials {
  /** The only origin that gets the credentials. */
  readonly origin: string;
}

/**
 * Sets the header of Basic authentication on requests to one origin, and refuses all others.
 *
 * @throws {TypeError} for an origin where others could read the credentials.
 */
export function withBasicAuth<R extends Received = Response>(fetch: Fetch<R>, options: BasicAuthOptions): Fetch<R> {
  const { origin } = options;
  const check = (url: URL) => {
    if (url.origin !== origin || !isPrivate(url)) {
      throw new TypeError(`No credentials for ${url.origin}: not baseUrl, https: or localhost.`);
    }
  };
  check(new URL(origin));
  // In this closure and nowhere else, so that no inspection of a client or an error can show it.
  const authorization = `Basic ${basicCredential(options)}`;
  return async (request, init) => {
    check(new URL(request.url));
    // A copy: whoever made the request may log it.
    const copy = request.clone();
    copy.headers.set("authorization", authorization);
    return fetch(copy, init);
  };
}
