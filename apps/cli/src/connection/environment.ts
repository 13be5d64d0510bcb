import type { AnnotationClientCredentials } from "@earmark/annotation-client";
import type { Context } from "../context/context.ts";
import { isThisMachine } from "../context/open-fetch.ts";
import { CredentialsError } from "../errors/credentials-error.ts";
import { UsageError } from "../errors/usage-error.ts";

const DEFAULT = "https://insights.twilio.com";

/**
 * The URL of the API: the option, else the variable, else the provider's. The client checks once more that credentials
 * may go there; here, the message can name the setting.
 */
export function readBaseUrl(option: string | undefined, env: Context["env"]): URL {
  const setting = option === undefined ? "EARMARK_BASE_URL" : "--base-url";
  const value = option ?? (env.EARMARK_BASE_URL || DEFAULT);
  const problem = problemOf(value);
  if (problem === undefined) return new URL(value);
  throw new UsageError(
    `${setting} must be an https: URL, or http: to this machine, without user, password, query or fragment; received ${problem}`,
  );
}

/** Does not quote the value, which may contain a password. */
function problemOf(value: string): string | undefined {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  // `localhost:4010` can be parsed, too: with a protocol called localhost.
  if (url === undefined || url.host === "") return "none: does it begin with https:// or http://?";
  if (url.username !== "" || url.password !== "") return "one with a user or a password";
  if (/[?#]/.test(value)) return "one with a query or a fragment";
  const isPrivate = url.protocol === "https:" || (url.protocol === "http:" && isThisMachine(url));
  return isPrivate ? undefined : `one with ${url.protocol}//${url.host}`;
}

const KEY = ["TWILIO_API_KEY", "TWILIO_API_SECRET"] as const;
const ACCOUNT = ["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN"] as const;

/** The complete pair of the environment. The API key wins: it is for one program, and can be revoked alone. */
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

/** In other regions every call is a 404, which would look like a wrong SID. */
export function checkRegion({ TWILIO_REGION: region = "" }: Context["env"]): void {
  if (region === "" || region === "us1") return;
  throw new UsageError(
    `TWILIO_REGION must be us1 or empty, received ${JSON.stringify(region)}: call annotations exist in US1 only`,
  );
}
