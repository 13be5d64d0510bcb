/** Bytes are counted once; times are medians over rounds. */
export type Unit = "ns" | "ms" | "bytes" | "MB" | "of 1,000";

/** One peer's figure, and how many times ours that is. */
export interface Row {
  readonly peer: string;
  readonly figure: number;
  /** Median and quartiles over the rounds. Ours is 1, with the spread of ours. */
  readonly ratio: Quartiles;
}

/** Peers side by side; ours is the first row. */
export interface Table {
  readonly title: string;
  readonly unit: Unit;
  readonly rows: readonly Row[];
}

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

/** The median of some figures, and the range of the middle half. */
interface Quartiles {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

function quartiles(figures: readonly number[]): Quartiles {
  const sorted = figures.toSorted((a, b) => a - b);
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75) };
}

/** Linear between the two nearest figures; `NaN` of none. */
function quantile(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position % 1);
}
