import { type AuthScheme, setHeader } from "../auth-scheme.ts";
import { base64 } from "../base64.ts";
import { pickCredentials } from "../options/credentials.ts";

/**
 * Basic authentication beside other schemes: unlike `credentials` of a definition, it may be left out.
 *
 * @param pairs names of the options that hold user and password; a caller gives one pair at most.
 * @param scheme what the operations call it.
 * @see https://www.rfc-editor.org/rfc/rfc7617
 */
export function basicAuth(pairs: readonly (readonly [user: string, password: string])[], scheme: string): AuthScheme {
  return {
    scheme,
    options: pairs.join(" or "),
    read: (options) => {
      if (!pairs.flat().some((name) => Object.hasOwn(options, name) && options[name])) return undefined;
      return pickCredentials(pairs, options) ?? ":";
    },
    apply: (copy, pair) => setHeader(copy, "authorization", `Basic ${base64(pair)}`, `${pairs}`),
    forms: (pair) => [pair, pair.slice(pair.indexOf(":") + 1)],
  };
}
