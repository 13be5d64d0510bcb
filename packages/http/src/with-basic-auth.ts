import { basicCredential } from "./basic-credential.ts";
import type { Fetch } from "./fetch.ts";
import { isPrivate } from "./is-private.ts";
import { amend } from "./request-draft.ts";

export interface BasicAuthOptions {
  readonly username: string;
  readonly password: string;
  /** The only origin that gets the credentials. */
  readonly origin: string;
}

/**
 * Adds Basic authentication to a copy of each request, and refuses to send it to another origin, or unencrypted to
 * anything but this machine. Redirects are not followed: where they lead, the credentials do not go.
 */
export function withBasicAuth(fetch: Fetch, { username, password, origin }: BasicAuthOptions): Fetch {
  // In this closure and nowhere else, so that no inspection of a client or an error can show it.
  const authorization = `Basic ${basicCredential(username, password)}`;
  return async (request) => {
    const url = new URL(request.url);
    if (url.origin !== origin || !isPrivate(url)) {
      throw new TypeError(`Credentials go to ${origin} only, and only encrypted; not to ${url.origin}.`);
    }
    const headers = new Headers(request.headers);
    headers.set("authorization", authorization);
    return fetch(amend(request, { headers, redirect: "manual" }));
  };
}
