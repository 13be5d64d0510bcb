import type { MeasuredPoint, Measurement } from "../measure/measurement.ts";
import type { KnownGap } from "./known-gaps.ts";

/** A known gap with the points that it stands for. */
export interface FoundGap extends KnownGap {
  readonly missing: readonly MeasuredPoint[];
  /** Points that it excuses for nothing. */
  readonly covered: readonly MeasuredPoint[];
}

export interface Gaps {
  readonly known: readonly FoundGap[];
  /** Not covered, and nobody has said why. */
  readonly unknown: readonly MeasuredPoint[];
}

/** Holds what is not covered against what is known not to be. */
export function findGaps({ operations }: Measurement, knownGaps: readonly KnownGap[]): Gaps {
  const points = operations.flatMap((operation) => operation.points).filter(({ state }) => state !== "unreachable");
  const known = knownGaps.map((gap) => {
    const matching = points.filter(({ id }) => toPattern(gap.points).test(id));
    return {
      ...gap,
      missing: matching.filter(({ state }) => state !== "covered"),
      covered: matching.filter(({ state }) => state === "covered"),
    };
  });
  const excused = new Set(known.flatMap(({ missing }) => missing));
  return { known, unknown: points.filter((point) => point.state !== "covered" && !excused.has(point)) };
}

function toPattern(glob: string): RegExp {
  const parts = glob.split(/(\*\*?)/).map((part) => {
    if (part === "**") return ".*";
    return part === "*" ? "[^/:]*" : RegExp.escape(part);
  });
  return new RegExp(`^${parts.join("")}$`);
}
