import { itemsOfDocument, type MeasuredItem, type Measurement, share } from "./measurement.ts";

/** Coverage items that are not covered, and why that is all right. */
export interface KnownGap {
  /** The ID of a coverage item; `*` stands for anything but `/` and `:`, `**` for anything. */
  readonly points: string;
  readonly reason: string;
}

/** Percent of its coverage items that a document must have covered. Gaps that are listed are not covered. */
export const FLOOR = 95;

/** A known gap with the coverage items that it stands for. */
interface FoundGap extends KnownGap {
  readonly missing: readonly MeasuredItem[];
  /** Coverage items that it excuses for nothing. */
  readonly covered: readonly MeasuredItem[];
}

export interface Gaps {
  readonly known: readonly FoundGap[];
  /** Not covered, without a reason. */
  readonly unknown: readonly MeasuredItem[];
}

/** Holds what is not covered against what is known not to be. */
export function findGaps({ operations }: Measurement, knownGaps: readonly KnownGap[]): Gaps {
  const items = operations.flatMap((operation) => operation.items).filter(({ state }) => state !== "unreachable");
  const known = knownGaps.map((gap) => {
    const matching = items.filter(({ id }) => toPattern(gap.points).test(id));
    return {
      ...gap,
      missing: matching.filter(({ state }) => state !== "covered"),
      covered: matching.filter(({ state }) => state === "covered"),
    };
  });
  const excused = new Set(known.flatMap(({ missing }) => missing));
  return { known, unknown: items.filter((item) => item.state !== "covered" && !excused.has(item)) };
}

function toPattern(glob: string): RegExp {
  const parts = glob.split(/(\*\*?)/).map((part) => {
    if (part === "**") return ".*";
    return part === "*" ? "[^/:]*" : RegExp.escape(part);
  });
  return new RegExp(`^${parts.join("")}$`);
}

/** Why a run of the whole suite fails: what is short, stale or missing. Empty when it does not. */
export function findProblems({ operations }: Measurement, { known, unknown }: Gaps, floor: number): readonly string[] {
  const documents = [...new Set(operations.map(({ probe }) => probe.operation.document))];
  return [
    ...documents.flatMap((name) => {
      const { percent, covered, points } = share(itemsOfDocument(operations, name));
      if (percent >= floor) return [];
      return [
        `${name} is covered to ${percent} %, ${covered} of ${points} coverage items; at least ${floor} % are expected.`,
      ];
    }),
    ...known.flatMap(({ points, missing, covered }) => [
      ...covered.map(({ id }) => `${id} is covered after all: take it off the known gaps (${points}).`),
      ...(missing.length + covered.length === 0 ? [`${points} in the known gaps matches no coverage item.`] : []),
    ]),
    ...operations
      .flatMap((operation) => operation.items)
      .filter(({ state, unreachable }) => state === "covered" && unreachable !== undefined)
      .map(({ id, unreachable }) => `${id} is covered, although it is said to be out of reach: ${unreachable}`),
    ...unknown.map(({ id, state, sentence }) => {
      const what = state === "missing" ? "never happened" : "happened and proved nothing";
      return `${id} ${what}. (${sentence})`;
    }),
  ];
}
