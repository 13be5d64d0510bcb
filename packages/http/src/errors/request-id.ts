/** What the provider's support asks for, from whichever header carries it. */
export function requestId(headers: Headers): string | undefined {
  return headers.get("twilio-request-id") ?? undefined;
}
