/** What `--output` takes. */
export const outputFormats = ["table", "json", "ndjson", "csv"] as const;

export type OutputFormat = (typeof outputFormats)[number];

/** A program reads what is written in this format: on stderr, too, it finds JSON. */
export function isForPrograms(format: unknown): boolean {
  return format === "json" || format === "ndjson";
}

export function isOutputFormat(text: string): text is OutputFormat {
  return outputFormats.some((format) => format === text);
}

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
