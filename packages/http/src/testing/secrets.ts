import { inspect } from "node:util";

/** A credential with characters that paths, queries and base64 have other forms for. */
export const secret = "s3cr3t-that/nobody+may=see";

/** Everything that a log may show of a value. */
export function shownOf(value: unknown): string {
  const stack = value instanceof Error ? value.stack : undefined;
  return [inspect(value, { depth: null, showHidden: true }), String(value), JSON.stringify(value), stack].join("\n");
}
