import type { ClientDefinition } from "../definition.ts";
import type { Fetch, Received } from "../fetch.ts";
import { isPrivate } from "../is-private.ts";
import type { Operation } from "../operation.ts";
import { parseBaseUrl } from "../options/base-url.ts";
import type { ClientOptions } from "../options/client-options.ts";
import type { AuthScheme } from "./auth-scheme.ts";
import { chooseSchemes } from "./choose-schemes.ts";
import { resolveSecret, type Secret } from "./secret.ts";

/** Old tokens that are still looked for in answers. */
const REMEMBERED = 50;

/**
 * Reads the credentials of a client. They stay in the closures of what it returns.
 *
 * @throws {TypeError} for an origin where others could read the credentials.
 */
export function openAuth(
  { auth = [], baseUrl }: ClientDefinition,
  options: ClientOptions,
): {
  readonly redact: (text: string) => string;
  readonly secure: <R extends Received>(fetch: Fetch<R>, operation?: Operation) => Fetch<R>;
} {
  const { origin } = parseBaseUrl(options.baseUrl ?? baseUrl);
  const check = (url: URL) => {
    if (url.origin !== origin || !isPrivate(url)) {
      throw new TypeError(`No credentials for ${url.origin}: not baseUrl, https: or localhost.`);
    }
  };
  const secrets = new Map<AuthScheme, Secret>();
  for (const scheme of auth) {
    const secret = scheme.read(options as Readonly<Record<string, unknown>>);
    if (secret !== undefined) secrets.set(scheme, secret);
  }
  if (secrets.size > 0) check(new URL(origin));
  const seen = new Set<string>();
  const remember = (texts: readonly string[]) => {
    for (const text of texts) {
      seen.delete(text);
      seen.add(text);
    }
    for (const text of [...seen].slice(0, -REMEMBERED)) seen.delete(text);
  };
  return {
    // The longest first: one secret may be part of another.
    redact: (text) =>
      [...seen].sort((a, b) => b.length - a.length).reduce((rest, one) => rest.replaceAll(one, "[redacted]"), text),
    secure: (fetch, operation) => async (request, init) => {
      const schemes = operation ? chooseSchemes(operation, auth, (scheme) => secrets.has(scheme)) : [];
      if (schemes.length === 0) return fetch(request, init);
      check(new URL(request.url));
      // A copy: whoever made the request may log it.
      let copy = request.clone();
      for (const scheme of schemes) {
        const text = await resolveSecret(secrets.get(scheme) ?? "", scheme.options);
        remember(scheme.forms(text));
        copy = await scheme.apply(copy, text);
      }
      return fetch(copy, init);
    },
  };
}
