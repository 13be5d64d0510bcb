import type { Measurement } from "../measure/measurement.ts";
import { pointsOf, share } from "../report/build-report.ts";
import type { Gaps } from "./find-gaps.ts";

/** Why a run of the whole suite fails: what is short, stale or missing. Empty when it does not. */
export function findProblems({ operations }: Measurement, { known, unknown }: Gaps, floor: number): readonly string[] {
  const documents = [...new Set(operations.map(({ probe }) => probe.operation.document))];
  return [
    ...documents.flatMap((name) => {
      const { percent, covered, points } = share(pointsOf(operations, name));
      if (percent >= floor) return [];
      return [`${name} is covered to ${percent} %, ${covered} of ${points} points; at least ${floor} % are expected.`];
    }),
    ...known.flatMap(({ points, missing, covered }) => [
      ...covered.map(({ id }) => `${id} is covered after all: take it off gaps/known-gaps.ts (${points}).`),
      ...(missing.length + covered.length === 0 ? [`${points} in gaps/known-gaps.ts matches no point.`] : []),
    ]),
    ...operations
      .flatMap((operation) => operation.points)
      .filter(({ state, unreachable }) => state === "covered" && unreachable !== undefined)
      .map(({ id, unreachable }) => `${id} is covered, although it is said to be out of reach: ${unreachable}`),
    ...unknown.map(({ id, state, sentence }) => {
      const what = state === "missing" ? "never happened" : "happened and proved nothing";
      return `${id} ${what}. (${sentence})`;
    }),
  ];
}
