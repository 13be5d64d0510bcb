import { type AuthScheme, setHeader } from "../auth-scheme.ts";
import { readSecret } from "./secret.ts";

/**
 * A bearer token in the header `Authorization`.
 *
 * @param option the option of the client that holds the token.
 * @param scheme what the operations call it, where that is not the name of the option.
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
