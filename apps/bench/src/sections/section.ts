import type { Table } from "../measure/table.ts";
import type { Bundle } from "../peers/peer.ts";

/** The input of every section. */
export interface Context {
  /** Ours first. */
  readonly bundles: readonly [Bundle, ...Bundle[]];
  /** A temporary folder. */
  readonly folder: string;
  readonly quick: boolean;
  /** A further document to generate from. */
  readonly spec: string | undefined;
  readonly random: () => number;
}

/** The results of a section. */
export interface Section {
  readonly name: string;
  readonly title: string;
  readonly tables: readonly Table[];
  readonly notes: readonly string[];
}
