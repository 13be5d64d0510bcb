import { cell } from "./table.ts";

/** Wider ones are for `--output csv`. */
const WIDEST = 40;

/**
 * Writes rows beside each other, some at a time; nothing for none. The first ones decide how wide each column is, so
 * that what comes later can follow them at once.
 */
export function createRowTable(
  columns: readonly string[],
): (rows: readonly Readonly<Record<string, unknown>>[]) => string {
  let widths: readonly number[] | undefined;
  return (rows) => {
    const cells = rows.map((row) => columns.map((column) => shortened(cell(row[column]))));
    const heading = columns.map((column) => column.slice(column.lastIndexOf(".") + 1));
    const lines = widths === undefined && cells.length > 0 ? [heading, ...cells] : cells;
    widths ??= cells.length > 0 ? columns.map((_, index) => widest(lines, index)) : undefined;
    return lines
      .map(
        (line) =>
          `${padded(line, widths ?? [])
            .join("  ")
            .trimEnd()}\n`,
      )
      .join("");
  };
}

function widest(lines: readonly (readonly string[])[], index: number): number {
  return Math.max(...lines.map((line) => (line[index] ?? "").length));
}

function padded(line: readonly string[], widths: readonly number[]): readonly string[] {
  return line.map((text, index) => text.padEnd(widths[index] ?? 0));
}

function shortened(text: string): string {
  return text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text;
}
