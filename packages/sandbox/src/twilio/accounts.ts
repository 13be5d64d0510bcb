import type { Fixture } from "./fixture.ts";

const ACCOUNT = /^AC[0-9a-fA-F]{32}$/;
const API_KEY = /^SK[0-9a-fA-F]{32}$/;

/**
 * The account of Basic credentials; `undefined` when they are refused. Any secret is accepted unless the fixture names
 * one: accounts are kept apart so that tests do not disturb each other.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7617
 */
export function authenticate(
  authorization: string | null,
  accounts: NonNullable<Fixture["accounts"]>,
): string | undefined {
  const [, user = "", secret = ""] = /^([^:]*):(.+)$/s.exec(decodeBasic(authorization ?? "")) ?? [];
  if (secret === "" || !(ACCOUNT.test(user) || API_KEY.test(user))) return undefined;
  const listed = Object.hasOwn(accounts, user) ? accounts[user] : undefined;
  const known = typeof listed === "string" ? { account_sid: listed } : listed;
  if (known?.secret !== undefined && known.secret !== secret) return undefined;
  return known?.account_sid ?? `AC${user.slice(2)}`;
}

/** User and password of a Basic header; empty when it is malformed. */
function decodeBasic(authorization: string): string {
  const [, token] = /^basic +([a-z\d+/]+={0,2})$/i.exec(authorization) ?? [];
  try {
    const bytes = Uint8Array.from(atob(token ?? ""), (char) => char.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return "";
  }
}
