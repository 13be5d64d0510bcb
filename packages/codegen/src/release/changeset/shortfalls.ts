import type { Level } from "../diff/impact.ts";
import { entriesOf, isHigher } from "./api-changeset.ts";
import type { Need } from "./needs.ts";
import { highestBump, type Plan } from "./plan.ts";

/** A package whose bump is missing or too low. */
export interface Shortfall {
  readonly need: Need;
  readonly found: Level;
}

/** Every package that pending changesets give less than it needs, unless a person has said why. */
export function shortfallsOf({ needs, pending: { ours, others } }: Plan): readonly Shortfall[] {
  const lowered = new Set(
    ours.flatMap(entriesOf).flatMap((entry) => (entry.because === undefined ? [] : [entry.package])),
  );
  return needs.flatMap((need): Shortfall[] => {
    const { name } = need.package;
    const found = highestBump(name, [...ours, ...others]);
    return isHigher(need.level, found) && !lowered.has(name) ? [{ need, found }] : [];
  });
}

/** Changesets of ours that tell of the documents as they were, when another one is due. */
export function staleChangesets({ generated, pending: { ours } }: Plan): readonly string[] {
  return ours.map(({ name }) => name).filter((name) => name !== generated?.name);
}
