/** What the provider's support asks for. */
export function requestId(headers: Headers): string | undefined {
  return headers.get("twilio-request-id") ?? undefined;
}
