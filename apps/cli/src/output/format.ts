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
