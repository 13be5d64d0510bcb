/**
 * A header, unless it was written before, and one line per row. `null` is an empty field, the items of a list are joined by commas.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function csv(
  columns: readonly string[],
  rows: readonly Readonly<Record<string, unknown>>[],
  hasHeader = true,
): string {
  const lines = [...(hasHeader ? [columns] : []), ...rows.map((row) => columns.map((column) => field(row[column])))];
  return lines.map((fields) => `${fields.map(quoted).join(",")}\r\n`).join("");
}

function field(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return harmless(value);
  if (Array.isArray(value)) return harmless(value.map(String).join(","));
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/**
 * Spreadsheets run what begins like a formula, and a comment may have been written by anybody.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
