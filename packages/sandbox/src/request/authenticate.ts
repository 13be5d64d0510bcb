import { unauthenticated } from "../answer/refusals.ts";

const ACCOUNT = /^AC[0-9a-fA-F]{32}$/;
const API_KEY = /^SK[0-9a-fA-F]{32}$/;

/** Which account an API key belongs to, by SID. */
export type Accounts = ReadonlyMap<string, string>;

/**
 * The account that Basic credentials stand for. Any secret will do, because the sandbox protects nothing: accounts are
 * kept apart so that tests do not disturb each other.
 *
 * @throws {Refusal} 401
 * @see https://www.rfc-editor.org/rfc/rfc7617
 */
export function authenticate(authorization: string | null, accounts: Accounts): string {
  const [, user = "", secret = ""] = /^([^:]*):(.+)$/s.exec(decodeBasic(authorization ?? "")) ?? [];
  if (secret === "") throw unauthenticated();
  if (ACCOUNT.test(user)) return user;
  if (API_KEY.test(user)) return accounts.get(user) ?? `AC${user.slice(2)}`;
  throw unauthenticated();
}

/** @throws {TypeError} for an entry that is not the SID of an API key and that of an account. */
export function parseAccounts(accounts: Readonly<Record<string, string>>): Accounts {
  for (const [key, account] of Object.entries(accounts)) {
    if (!API_KEY.test(key) || !ACCOUNT.test(account)) {
      throw new TypeError(
        `accounts must map API keys (SK and 32 hexadecimal digits) to accounts (AC and 32), received "${key}": "${account}".`,
      );
    }
  }
  return new Map(Object.entries(accounts));
}

/** User and password of a Basic header; empty when it is none. */
function decodeBasic(authorization: string): string {
  const [, token] = /^basic +([a-z\d+/]+={0,2})$/i.exec(authorization) ?? [];
  try {
    const bytes = Uint8Array.from(atob(token ?? ""), (char) => char.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return "";
  }
}
