/**
 * Replaces secrets that a server sends back: in lower or upper case, in base64, percent-encoded, or escaped as in HTML
 * and JSON. Secrets of less than four characters are not looked for, since they are part of too many words.
 *
 * @param secrets one that begins like another stands before it.
 */
export function redactor(secrets: readonly string[]): (text: string) => string {
  let pattern: RegExp | undefined;
  return (text) => {
    pattern ??= new RegExp(
      secrets
        .filter(({ length }) => length > 3)
        .flatMap((secret) => [secret, base64(secret).replace(/=+$/, "")])
        .map((form) => Array.from(form, anyForm).join(""))
        .join("|") || "(?!)",
      "gi",
    );
    return text.replace(pattern, "[redacted]");
  };
}

/**
 * A pattern for all the ways to write a character. Base64 for URLs has other symbols, and forms have another blank. There
 * are hundreds of them: with groups that capture, or the flag for Unicode, V8 takes several times as long to compile them.
 */
function anyForm(char: string): string {
  const bytes = Array.from(new TextEncoder().encode(char), (byte) => `%${byte.toString(16)}`).join("");
  const plain = /[+/ ]/.test(char) ? "[-+/_ ]" : char.replace(/\W/g, "\\$&");
  return `(?:\\\\?${plain}|${bytes}|&#?\\w+;|\\\\u\\w{4})`;
}

/** JSON, or else the string itself, without credentials. Parsed first: no escape sequence can hide a secret then. */
export function parseRedacted(text: string, redact: (text: string) => string): unknown {
  const redacted = redact(text);
  const clean = (value: unknown): unknown => {
    if (typeof value === "string") return redact(value);
    if (Array.isArray(value)) return value.map(clean);
    if (Object(value) !== value) return value;
    return Object.fromEntries(Object.entries(value as object).map(([name, one]) => [redact(name), clean(one)]));
  };
  try {
    const value: unknown = JSON.parse(text);
    // Most bodies repeat nothing. A reviver would take 20 times as long as parsing, and large bodies block the process.
    return redacted === text && !text.includes("\\") ? value : clean(value);
  } catch {
    return redacted;
  }
}

/** A string as UTF-8 in base64, as Basic authentication sends user and password (RFC 7617 section 2.1). */
export function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
