/**
 * A header, unless it was written before, and one line per row. `null` is an empty field; items of a list are joined
 * by commas.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function csv(
  columns: readonly string[],
  rows: readonly Readonly<Record<string, unknown>>[],
  hasHeader = true,
): string {
  // Names may come from a response.
  const header = hasHeader ? [columns.map(harmless)] : [];
  const lines = [...header, ...rows.map((row) => columns.map((column) => field(row[column])))];
  return lines.map((fields) => `${fields.map(quoted).join(",")}\r\n`).join("");
}

function field(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return harmless(value);
  return Array.isArray(value) ? harmless(value.map(plain).join(",")) : plain(value);
}

function plain(value: unknown): string {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
}

/** The first characters of a formula, in full width too; spreadsheets skip blanks, quotes and invisible characters. */
const FORMULA = /^[\s\p{C}"'`]*[=+\-@＝＋－＠]|^[\t\r]/u;
const NUMBER = /^\s*[+-](?:\d[\d.,]*|\.\d+)(?:e[+-]?\d+)?\s*$/i;
/** E.123: groups of digits, at most fifteen in all. Fewer than seven could be a sum. */
const TELEPHONE = /^\s*\+(?=(?:\D*\d){7,15}\D*$)\d[\d ().-]*$/;

/**
 * Spreadsheets run fields that begin like a formula, and comments may contain an attack. Numbers and telephone numbers
 * begin like a formula and are harmless.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
function harmless(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) && !TELEPHONE.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
