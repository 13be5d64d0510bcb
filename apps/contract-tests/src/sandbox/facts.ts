import type { WireAnswer } from "@earmark/contract";

/** Headers that may differ between two answers to the same question: of the one request, and of its connection. */
const PASSING = ["twilio-request-id", "twilio-concurrent-requests", "date", "connection", "keep-alive"];

/** What does not differ between two answers to the same question. */
export function facts({ status, headers, body }: WireAnswer): object {
  const lasting = Object.entries(headers).filter(([name]) => !PASSING.includes(name));
  return { status, headers: Object.fromEntries(lasting), body };
}
