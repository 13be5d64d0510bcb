import type { Context } from "../context/context.ts";
import { isThisMachine } from "../context/this-machine.ts";
import { UsageError } from "../errors/usage-error.ts";

const DEFAULT = "https://insights.twilio.com";

/**
 * Where the API is: the option, else the variable, else the provider's. Credentials may go there, which the client
 * makes sure of once more; here, the message can name the setting.
 */
export function readBaseUrl(option: string | undefined, env: Context["env"]): URL {
  const setting = option === undefined ? "EARMARK_BASE_URL" : "--base-url";
  const value = option ?? (env.EARMARK_BASE_URL || DEFAULT);
  const wrong = whatIsWrong(value);
  if (wrong === undefined) return new URL(value);
  throw new UsageError(
    `${setting} must be an https: URL, or http: to this machine, without user, password, query or fragment; received ${wrong}`,
  );
}

/** Does not repeat the value, which may hold a password. */
function whatIsWrong(value: string): string | undefined {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  // `localhost:4010` can be parsed, too: with a protocol called localhost.
  if (url === undefined || url.host === "") return "none: does it begin with https:// or http://?";
  if (url.username !== "" || url.password !== "") return "one with a user or a password";
  if (/[?#]/.test(value)) return "one with a query or a fragment";
  const isPrivate = url.protocol === "https:" || (url.protocol === "http:" && isThisMachine(url));
  return isPrivate ? undefined : `one with ${url.protocol}//${url.host}`;
}
