import { type AuthScheme, resolveSecret, type Secret } from "./auth-scheme.ts";
import type { ClientOptions } from "./client-options.ts";
import type { Auth, OpenAuth, OperationDefinition } from "./definition.ts";
import { redactor } from "./redact.ts";

/** Old tokens that are still looked for in responses. */
const REMEMBERED = 50;

/**
 * Authentication by any schemes, each of which may be left out.
 *
 * @throws {TypeError} for an origin where others could read the credentials.
 */
export function securitySchemes(schemes: readonly AuthScheme[]): OpenAuth {
  return (options, origin, check) => openSchemes(schemes, options, origin, check);
}

const openSchemes = (
  all: readonly AuthScheme[],
  options: ClientOptions,
  origin: string,
  check: (url: string) => void,
): Auth => {
  const secrets = new Map<AuthScheme, Secret>();
  for (const scheme of all) {
    const secret = scheme.read(options as Readonly<Record<string, unknown>>);
    if (secret !== undefined) secrets.set(scheme, secret);
  }
  if (secrets.size > 0) check(origin);
  let seen: readonly string[] = [];
  let redact = redactor(seen);
  const remember = (strings: readonly string[]) => {
    const isKnown = strings.every((text) => seen.includes(text));
    seen = [...seen.filter((text) => !strings.includes(text)), ...strings].slice(-REMEMBERED);
    if (!isKnown) redact = redactor(seen);
  };
  return {
    redact: (text) => redact(text),
    secure: async (operation) => {
      const schemes = operation ? chooseSchemes(operation, all, (scheme) => secrets.has(scheme)) : [];
      const texts: string[] = [];
      for (const scheme of schemes) {
        const text = await resolveSecret(secrets.get(scheme) ?? "", scheme.options);
        remember(scheme.forms(text));
        texts.push(text);
      }
      return async (request) => {
        if (schemes.length === 0) return request;
        check(request.url);
        // A copy: the request may be logged where it was made.
        let copy = request.clone();
        for (const [index, scheme] of schemes.entries()) copy = await scheme.apply(copy, texts[index] ?? "");
        return copy;
      };
    },
  };
};

/**
 * The first alternative of an operation whose schemes all have credentials. One with credentials is preferred to none,
 * though the operation may do without.
 *
 * @throws {TypeError} where no alternative has all its credentials, with the options that would help.
 * @see https://spec.openapis.org/oas/v3.1.1.html#security-requirement-object
 */
function chooseSchemes(
  { operationId, security = [] }: OperationDefinition,
  schemes: readonly AuthScheme[],
  has: (scheme: AuthScheme) => boolean,
): readonly AuthScheme[] {
  if (security.length === 0) return [];
  const find = (name: string) => schemes.find(({ scheme }) => scheme === name);
  const satisfied = security.flatMap((names) => {
    const alternative = names.map(find).filter((scheme) => scheme !== undefined);
    return alternative.length === names.length && alternative.every(has) ? [alternative] : [];
  });
  const [first] = satisfied;
  if (first !== undefined) return satisfied.find(({ length }) => length > 0) ?? first;
  const missing = security.map((names) => {
    const options = names.map((name) => ({ name, found: find(name) })).filter(({ found }) => !found || !has(found));
    return options.map(({ name, found }) => found?.options ?? `${name} (unknown)`).join(" and ");
  });
  throw new TypeError(`${operationId} needs credentials; nothing was sent. Pass ${missing.join(" or ")}.`);
}
