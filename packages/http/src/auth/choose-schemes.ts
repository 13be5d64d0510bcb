import type { AuthScheme } from "../auth-scheme.ts";
import type { Operation } from "../operation.ts";

/**
 * The first alternative of an operation all of whose schemes have credentials; none for one that needs none. What is
 * given is sent, though the operation may do without.
 *
 * @throws {TypeError} where no alternative has all its credentials, with the options that would help.
 * @see https://spec.openapis.org/oas/v3.1.1.html#security-requirement-object
 */
export function chooseSchemes(
  { operationId, security }: Operation,
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
