/** Well-formed, and known to nobody. */
export const credentials: { readonly accountSid: string; readonly authToken: string } = {
  accountSid: `AC${"a".repeat(32)}`,
  authToken: "secret",
};

export const authorization: string = `Basic ${btoa(`${credentials.accountSid}:${credentials.authToken}`)}`;
