import type { AnnotationClientCredentials } from "@earmark/annotation-client";
import type { Context } from "../context/context.ts";
import { CredentialsError } from "../errors/credentials-error.ts";

const KEY = ["TWILIO_API_KEY", "TWILIO_API_SECRET"] as const;
const ACCOUNT = ["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN"] as const;

/** The pair that the environment holds. The key wins: it is made for one program, and can be revoked alone. */
export function readCredentials(env: Context["env"]): AnnotationClientCredentials {
  const key = readPair(env, KEY);
  if (key) return { apiKey: key[0], apiSecret: key[1] };
  const account = readPair(env, ACCOUNT);
  if (account) return { accountSid: account[0], authToken: account[1] };
  const unset = [KEY, ACCOUNT].find((pair) => pair.some((name) => env[name]))?.find((name) => !env[name]);
  throw new CredentialsError(
    `no credentials: set ${ACCOUNT.join(" with ")}, or ${KEY.join(" with ")}${unset ? `; ${unset} is not set` : ""}`,
  );
}

function readPair(env: Context["env"], [userName, secretName]: readonly [string, string]) {
  const user = env[userName] ?? "";
  const secret = env[secretName] ?? "";
  if (user === "" || secret === "") return undefined;
  // RFC 7617 section 2: a colon ends the user name.
  if (user.includes(":")) throw new CredentialsError(`${userName} must not contain a colon`);
  return [user, secret] as const;
}
