import { basicCredential } from "../basic-credential.ts";
import type { Credentials } from "./credentials.ts";

/** Takes credentials out of what a server said, should it repeat them. */
export function redactor(credentials: Credentials | undefined): (text: string) => string {
  const secrets = credentials ? [basicCredential(credentials), credentials.password] : [];
  return (text) => secrets.reduce((rest, secret) => rest.replaceAll(secret, "[redacted]"), text);
}
