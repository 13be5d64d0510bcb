import type { Credentials } from "./options/credentials.ts";

/**
 * User and password as Basic authentication sends them, in UTF-8.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7617#section-2.1
 */
export function basicCredential({ username, password }: Credentials): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(`${username}:${password}`)));
}
