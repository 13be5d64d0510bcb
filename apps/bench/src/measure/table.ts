import type { Quartiles } from "./quartiles.ts";

/** Bytes are counted once; times are medians over rounds. */
export type Unit = "ns" | "ms" | "bytes";

/** One peer's figure, and how many times ours that is. */
export interface Row {
  readonly peer: string;
  readonly figure: number;
  /** Median and quartiles over the rounds. Ours is 1, with how much ours varied. */
  readonly ratio: Quartiles;
}

/** Peers side by side; ours is the first row. */
export interface Table {
  readonly title: string;
  readonly unit: Unit;
  readonly rows: readonly Row[];
}

export interface Section {
  readonly name: string;
  readonly title: string;
  readonly tables: readonly Table[];
  readonly notes: readonly string[];
}
