import type { CoverageItem } from "../coverage-item.ts";

/** The names and indexes that lead to a part of a value. */
export type InstancePath = readonly string[];

/** Something about a value that the document excludes. */
export interface Breach {
  readonly at: InstancePath;
  /** Absent where no coverage item stands for it: far beyond a limit, or malformed in itself. */
  readonly item?: CoverageItem;
}

/** What a value shows about a schema. The value is valid when there is no breach. */
export interface Outcome {
  readonly reached: readonly CoverageItem[];
  readonly breaches: readonly Breach[];
  /** Properties that no schema describes, of objects of which a schema lists properties. */
  readonly undocumented: readonly InstancePath[];
  /** Properties and items that a schema was applied to. What is undocumented is known when all of them are. */
  readonly described: readonly InstancePath[];
}

export const NOTHING: Outcome = { reached: [], breaches: [], undocumented: [], described: [] };

export function reach(...items: readonly (CoverageItem | undefined)[]): Outcome {
  const reached = items.filter((item) => item !== undefined);
  return reached.length === 0 ? NOTHING : { ...NOTHING, reached };
}

export function breach(at: InstancePath, item?: CoverageItem): Outcome {
  return { ...NOTHING, breaches: [{ at, ...(item && { item }) }] };
}

export function merge(outcomes: readonly Outcome[]): Outcome {
  // Most of them, most of the time.
  const [first = NOTHING, ...others] = outcomes.filter((outcome) => outcome !== NOTHING);
  if (others.length === 0) return first;
  const all = [first, ...others];
  return {
    reached: all.flatMap(({ reached }) => reached),
    breaches: all.flatMap(({ breaches }) => breaches),
    undocumented: all.flatMap(({ undocumented }) => undocumented),
    described: all.flatMap(({ described }) => described),
  };
}

/** A part of an operation, ready to be looked for. */
export interface Probe<Sought> {
  /** All that there is to show about it. */
  readonly items: readonly CoverageItem[];
  observe(sought: Sought): Outcome;
}

/** One is in the other, or they are the same. */
export function isSamePlace(left: InstancePath, right: InstancePath): boolean {
  return left.slice(0, right.length).every((key, index) => key === right[index]);
}

export function isValid({ breaches }: Outcome): boolean {
  return breaches.length === 0;
}
