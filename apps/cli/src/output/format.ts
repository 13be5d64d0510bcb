/** The values of `--output`. */
export const outputFormats = ["table", "json", "ndjson", "csv"] as const;

export type OutputFormat = (typeof outputFormats)[number];

/** Whether a format is for programs, which find JSON on stderr too. */
export function isForPrograms(format: unknown): boolean {
  return format === "json" || format === "ndjson";
}

export function isOutputFormat(value: string): value is OutputFormat {
  return outputFormats.some((format) => format === value);
}

/**
 * JSON on several lines with an `indent`, else on one. Characters that could control a terminal are escaped, which
 * JSON allows.
 */
export function json(value: unknown, indent?: number): string {
  const text = JSON.stringify(value, null, indent).replace(
    // JSON.stringify escapes C0 and lone surrogates.
    /[\u007f-\u009f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `${text}\n`;
}
