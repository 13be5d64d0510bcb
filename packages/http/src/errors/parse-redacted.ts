/** JSON, or else the text itself, without credentials. Parsed first: no escape sequence can hide a secret then. */
export function parseRedacted(text: string, redact: (text: string) => string): unknown {
  try {
    return JSON.parse(text, (_, value) => (typeof value === "string" ? redact(value) : value));
  } catch {
    return redact(text);
  }
}
