/** What the provider's support asks for. */
export function requestId(headers: Headers, redact: (text: string) => string): string | undefined {
  const id = headers.get("twilio-request-id");
  return id === null ? undefined : redact(id);
}
