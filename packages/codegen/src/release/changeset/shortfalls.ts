import type { Level } from "../diff/impact.ts";
import { entriesOf, isHigher } from "./api-changeset.ts";
import type { ChangesetFile } from "./changeset-file.ts";
import type { ExportNeed } from "./exports.ts";
import type { Need } from "./needs.ts";
import { highestBump, type Plan } from "./plan.ts";

/** A package whose bump is missing or too low. */
export interface Shortfall<Kind extends Need | ExportNeed = Need> {
  readonly need: Kind;
  readonly found: Level;
}

/** Every package that pending changesets give less than the documents need, unless a person has said why. */
export function shortfallsOf(plan: Plan): readonly Shortfall[] {
  return shortfalls(plan.needs, plan, plan.pending.ours);
}

/** Every package that pending changesets give less than its exports need, unless one of them says why. */
export function exportShortfallsOf(plan: Plan): readonly Shortfall<ExportNeed>[] {
  return shortfalls(plan.exportNeeds, plan, [...plan.pending.ours, ...plan.pending.others]);
}

/** @param deciding changesets whose reasons for a lower bump count. */
function shortfalls<Kind extends Need | ExportNeed>(
  needs: readonly Kind[],
  { pending: { ours, others } }: Plan,
  deciding: readonly ChangesetFile[],
): readonly Shortfall<Kind>[] {
  const lowered = new Set(
    deciding.flatMap(entriesOf).flatMap((entry) => (entry.because === undefined ? [] : [entry.package])),
  );
  return needs.flatMap((need): Shortfall<Kind>[] => {
    const { name } = need.package;
    const found = highestBump(name, [...ours, ...others]);
    return isHigher(need.level, found) && !lowered.has(name) ? [{ need, found }] : [];
  });
}

/** Changesets of ours that tell of the documents as they were, when another one is due. */
export function staleChangesets({ generated, pending: { ours } }: Plan): readonly string[] {
  return ours.map(({ name }) => name).filter((name) => name !== generated?.name);
}
