import { basicCredential } from "../basic-credential.ts";
import type { Credentials } from "./credentials.ts";

/** Takes credentials out of what a server said, should it repeat them. */
export function redactor(credentials: Credentials | undefined): (text: string) => string {
  if (credentials === undefined) return (text) => text;
  const { username, password } = credentials;
  const secrets = [basicCredential(username, password), password];
  return (text) => secrets.reduce((rest, secret) => rest.replaceAll(secret, "[redacted]"), text);
}
