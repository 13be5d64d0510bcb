import { quartiles } from "./quartiles.ts";
import type { Row, Table, Unit } from "./table.ts";

/** Divides every candidate's samples by those of `ours` from the same round. */
export function ratioTable(
  title: string,
  unit: Unit,
  ours: string,
  samples: ReadonlyMap<string, readonly number[]>,
): Table {
  const base = samples.get(ours) ?? [];
  const row = (peer: string, figures: readonly number[]): Row => {
    const { median } = quartiles(figures);
    // Ours divided by itself would always be 1; its spread is that around its own median.
    const ratios = figures.map((figure, round) => figure / (peer === ours ? median : (base[round] ?? Number.NaN)));
    return { peer, figure: median, ratio: quartiles(ratios) };
  };
  return { title, unit, rows: [...samples].map(([peer, figures]) => row(peer, figures)) };
}
