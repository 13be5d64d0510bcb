import { chooseSchemes } from "./auth/choose-schemes.ts";
import { resolveSecret, type Secret } from "./auth/secret.ts";
import type { AuthScheme } from "./auth-scheme.ts";
import { guardOrigin } from "./base-url.ts";
import type { ClientOptions } from "./client-options.ts";
import type { ClientDefinition } from "./definition.ts";
import type { Fetch, Received } from "./fetch.ts";
import type { Operation } from "./operation.ts";
import { parseBaseUrl } from "./options/base-url.ts";
import { redactor } from "./redact.ts";

/** Old tokens that are still looked for in responses. */
const REMEMBERED = 50;

/**
 * Reads the credentials of a client. They stay in the closures of what it returns.
 *
 * @throws {TypeError} for an origin where others could read the credentials, and for a wrong `allowInsecure`.
 */
export function openAuth(
  { auth = [], baseUrl }: ClientDefinition,
  options: ClientOptions,
): {
  readonly redact: (text: string) => string;
  readonly secure: <R extends Received>(fetch: Fetch<R>, operation?: Operation) => Fetch<R>;
} {
  const { origin } = parseBaseUrl(options.baseUrl, baseUrl);
  const check = guardOrigin(origin, options.allowInsecure);
  const secrets = new Map<AuthScheme, Secret>();
  for (const scheme of auth) {
    const secret = scheme.read(options as Readonly<Record<string, unknown>>);
    if (secret !== undefined) secrets.set(scheme, secret);
  }
  if (secrets.size > 0) check(origin);
  let seen: readonly string[] = [];
  let redact = redactor(seen);
  const remember = (texts: readonly string[]) => {
    const isKnown = texts.every((text) => seen.includes(text));
    seen = [...seen.filter((text) => !texts.includes(text)), ...texts].slice(-REMEMBERED);
    if (!isKnown) redact = redactor(seen);
  };
  return {
    redact: (text) => redact(text),
    secure: (fetch, operation) => async (request, init) => {
      const schemes = operation ? chooseSchemes(operation, auth, (scheme) => secrets.has(scheme)) : [];
      if (schemes.length === 0) return fetch(request, init);
      check(request.url);
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
