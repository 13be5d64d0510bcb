import { type Measure, measureFor, padded, printable, shortened } from "./strings.ts";

/** Longer names do not move the values of other fields to the right. */
const WIDEST_NAME = 40;

/** One line per field, names aligned. `-` is `null`. */
export async function table(row: Readonly<Record<string, unknown>>): Promise<string> {
  const entries = Object.entries(row).map(([name, value]) => [printable(name), printable(cell(value))] as const);
  const measure = await measureFor(entries.map(([name]) => name));
  const width = entries.reduce((widest, [name]) => Math.max(widest, Math.min(measure(name), WIDEST_NAME)), 0);
  return entries.map(([name, value]) => `${padded(name, width, measure)}  ${value}\n`).join("");
}

/** Wider values are cut; `--output csv` has them whole. */
const WIDEST = 40;

/**
 * Formats rows of one table, some at a time; without rows, an empty string. The first rows set the width of the columns,
 * so that later ones can be written at once.
 */
export function createRowTable(
  columns: readonly string[],
): (rows: readonly Readonly<Record<string, unknown>>[]) => Promise<string> {
  let widths: readonly number[] | undefined;
  return async (rows) => {
    const values = rows.map((row) => columns.map((column) => cell(row[column])));
    const measure = await measureFor(values.flat());
    // Shortened before it is escaped: no escape sequence may be cut.
    const cells = values.map((line) => line.map((value) => printable(shortened(value, WIDEST, measure))));
    const heading = columns.map((column) => column.slice(column.lastIndexOf(".") + 1));
    const lines = widths === undefined && cells.length > 0 ? [heading, ...cells] : cells;
    widths ??= cells.length > 0 ? columns.map((_, index) => widest(lines, index, measure)) : undefined;
    return lines.map((line) => `${aligned(line, widths ?? [], measure).trimEnd()}\n`).join("");
  };
}

function widest(lines: readonly (readonly string[])[], index: number, measure: Measure): number {
  return Math.max(...lines.map((line) => measure(line[index] ?? "")));
}

function aligned(line: readonly string[], widths: readonly number[], measure: Measure): string {
  return line.map((value, index) => padded(value, widths[index] ?? 0, measure)).join("  ");
}

/** A value for people, not yet {@link printable}. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return "-";
  if (Array.isArray(value)) return value.map(cell).join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
