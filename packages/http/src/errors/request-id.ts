/** What the provider's support asks for. */
export function requestId(headers: Headers, redact: (text: string) => string): string | undefined {
  return redact(headers.get("twilio-request-id") ?? "") || undefined;
}
