/** What a client authenticates with: an account, or an API key of it. */
export type Credentials =
  | { readonly accountSid: string; readonly authToken: string }
  | { readonly apiKey: string; readonly apiSecret: string };

/** Well-formed, and of no real account. */
export const credentials: { readonly accountSid: string; readonly authToken: string } = {
  accountSid: `AC${"a".repeat(32)}`,
  authToken: "secret",
};

/** The header that stands for them (RFC 7617). */
export function authorizationOf(who: Credentials): string {
  return `Basic ${btoa(Object.values(who).join(":"))}`;
}

export const authorization: string = authorizationOf(credentials);
