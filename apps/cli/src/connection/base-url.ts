import type { Context } from "../context/context.ts";
import { UsageError } from "../errors/usage-error.ts";

const DEFAULT = "https://insights.twilio.com";

/**
 * Where the API is: the option, else the variable, else the provider's. Credentials may go there, which the client
 * makes sure of once more; here, the message can name the setting.
 */
export function readBaseUrl(option: string | undefined, env: Context["env"]): URL {
  const setting = option === undefined ? "EARMARK_BASE_URL" : "--base-url";
  const value = option ?? (env.EARMARK_BASE_URL || DEFAULT);
  if (!URL.canParse(value)) throw refusal(setting, "something else");
  const url = new URL(value);
  const fits = isPrivate(url) && url.username === "" && url.password === "" && !/[?#]/.test(value);
  if (!fits) throw refusal(setting, `one with ${url.protocol}//${url.host}`);
  return url;
}

function isPrivate({ protocol, hostname }: URL): boolean {
  const isThisMachine = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  return protocol === "https:" || (protocol === "http:" && isThisMachine);
}

/** Does not repeat the value, which may hold a password. */
function refusal(setting: string, received: string): UsageError {
  return new UsageError(
    `${setting} must be an https: URL, or http: to this machine, without user, password, query or fragment; received ${received}`,
  );
}
