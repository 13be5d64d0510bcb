import type { Bundle } from "../peers/bundle.ts";

/** What every section works with. */
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
