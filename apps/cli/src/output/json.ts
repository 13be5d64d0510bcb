/**
 * JSON over several lines with an `indent`, else on one. Characters that could drive a terminal are escaped, which
 * JSON allows and every reader undoes.
 */
export function json(value: unknown, indent?: number): string {
  const text = JSON.stringify(value, null, indent).replace(
    // JSON.stringify has escaped C0 and lone surrogates already.
    /[\u007f-\u009f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `${text}\n`;
}
