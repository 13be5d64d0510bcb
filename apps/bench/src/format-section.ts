import type { Row, Section, Table, Unit } from "./measure/table.ts";

/** A section as plain text with aligned columns. */
export function formatSection({ title, tables, notes }: Section): string {
  return [`== ${title} ==`, ...tables.map(formatTable), formatNotes(notes)]
    .filter((block) => block !== "")
    .join("\n\n");
}

function formatTable({ title, unit, rows }: Table): string {
  const cells = [["", unit, "ratio", "middle half of rounds"], ...rows.map((row) => formatRow(row, unit))];
  const widths = cells.reduce<number[]>((most, row) => row.map((cell, at) => Math.max(most[at] ?? 0, cell.length)), []);
  const lines = cells.map((row) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join("  "),
  );
  return [title, ...lines.map((line) => `  ${line}`.trimEnd())].join("\n");
}

function formatNotes(notes: readonly string[]): string {
  return notes.map((note) => `* ${note}`).join("\n");
}

function formatRow({ peer, figure, ratio }: Row, unit: Unit): string[] {
  const spread = unit === "bytes" ? "exact" : `${times(ratio.low)} – ${times(ratio.high)}`;
  return [peer, figure.toFixed(unit === "ms" ? 2 : 0), times(ratio.median), spread];
}

function times(ratio: number): string {
  return ratio < 9.995 ? ratio.toFixed(2) : ratio.toFixed(0);
}
