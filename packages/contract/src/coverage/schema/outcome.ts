import type { Point } from "../points/point.ts";

/** The way to a part of a value. */
export type InstancePath = readonly (string | number)[];

/** Something about a value that the document excludes. */
export interface Breach {
  readonly at: InstancePath;
  /** Absent where no point stands for it: far beyond a limit, or malformed in itself. */
  readonly point?: Point;
}

/** What a value shows about a schema. It is right when there is no breach. */
export interface Outcome {
  readonly reached: readonly Point[];
  readonly breaches: readonly Breach[];
  /** Properties and items that the schema has something to say about, for `unevaluated…`. */
  readonly evaluated: readonly (string | number)[];
  /** The schema lists properties, so that one it says nothing about is worth a mention. */
  readonly lists: boolean;
  /** Properties further down that are not documented. */
  readonly undocumented: readonly InstancePath[];
}

export const NOTHING: Outcome = { reached: [], breaches: [], evaluated: [], lists: false, undocumented: [] };

export function reach(...points: readonly (Point | undefined)[]): Outcome {
  const reached = points.filter((point) => point !== undefined);
  return reached.length === 0 ? NOTHING : { ...NOTHING, reached };
}

export function breach(at: InstancePath, point?: Point): Outcome {
  return { ...NOTHING, breaches: [{ at, ...(point && { point }) }] };
}

export function merge(outcomes: readonly Outcome[]): Outcome {
  // Most of them, most of the time.
  const [first = NOTHING, ...others] = outcomes.filter((outcome) => outcome !== NOTHING);
  if (others.length === 0) return first;
  const all = [first, ...others];
  return {
    reached: all.flatMap(({ reached }) => reached),
    breaches: all.flatMap(({ breaches }) => breaches),
    evaluated: all.flatMap(({ evaluated }) => evaluated),
    lists: all.some(({ lists }) => lists),
    undocumented: all.flatMap(({ undocumented }) => undocumented),
  };
}

/** One is in the other, or they are the same. */
export function isSamePlace(left: InstancePath, right: InstancePath): boolean {
  return left.slice(0, right.length).every((key, index) => key === right[index]);
}

export function isRight({ breaches }: Outcome): boolean {
  return breaches.length === 0;
}
