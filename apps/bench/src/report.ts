import { cpus, loadavg } from "node:os";
import type { Row, Table, Unit } from "./measure/table.ts";
import type { Options } from "./options.ts";
import type { Section } from "./sections/section.ts";

/** All sections, as text or as JSON. */
export function report(sections: readonly Section[], { json, quick }: Pick<Options, "json" | "quick">): string {
  const where = machine();
  if (json) return `${JSON.stringify({ machine: where, quick, sections }, null, 2)}\n`;
  const { node, platform, cpu, cores, load } = where;
  const head = [
    `Node ${node}, ${platform}, ${cores} × ${cpu}, load ${load.toFixed(1)}`,
    "ratio: peer divided by ours within one round, median over the rounds; above 1, ours is faster or smaller",
    ...(quick ? ["--quick: too few rounds to learn anything from"] : []),
  ].join("\n");
  return `${[head, ...sections.map(formatSection)].join("\n\n")}\n`;
}

/** A section as plain text with aligned columns. */
function formatSection({ title, tables, notes }: Section): string {
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
  const spread = unit === "bytes" || unit === "of 1,000" ? "exact" : `${times(ratio.low)} – ${times(ratio.high)}`;
  return [peer, figure.toFixed(unit === "ms" ? 2 : 0), times(ratio.median), spread];
}

function times(ratio: number): string {
  return ratio < 9.995 ? ratio.toFixed(2) : ratio.toFixed(0);
}

/** What figures depend on besides the peers. */
interface Machine {
  readonly node: string;
  readonly platform: string;
  readonly cpu: string;
  readonly cores: number;
  /** Processes that wanted a core during the last minute: beyond the number of cores, figures are noisy. */
  readonly load: number;
}

function machine(): Machine {
  const cores = cpus();
  return {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cpu: cores[0]?.model.trim() ?? "unknown",
    cores: cores.length,
    load: loadavg()[0] ?? 0,
  };
}
