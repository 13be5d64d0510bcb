import type { Level } from "@earmark/openapi-diff";
import { type ChangesetFile, entriesOf, isHigher } from "./api-changeset.ts";
import type { ExportNeed } from "./exports.ts";
import type { Need } from "./needs.ts";
import { foundBump, highestBump, type Plan } from "./plan.ts";

/** A package whose bump is missing or too low. */
export interface Shortfall<Kind extends Need | ExportNeed = Need> {
  readonly need: Kind;
  readonly found: Level;
}

/** Every package that pending changesets give less than the documents need, unless a person has said why. */
export function shortfallsOf(plan: Plan): readonly Shortfall[] {
  return shortfalls(plan.needs, plan.pending.ours, (need) => foundBump(need, plan));
}

/** Every package that pending changesets give less than its exports need, unless one of them says why. */
export function exportShortfallsOf({ exportNeeds, pending }: Plan): readonly Shortfall<ExportNeed>[] {
  // Compared with the last release: what was there when a branch began counts, too.
  const all = [...pending.ours, ...pending.others, ...pending.told];
  return shortfalls(exportNeeds, all, (need) => highestBump(need.package.name, all));
}

/** @param deciding changesets whose reasons for a lower bump count. */
function shortfalls<Kind extends Need | ExportNeed>(
  needs: readonly Kind[],
  deciding: readonly ChangesetFile[],
  foundFor: (need: Kind) => Level,
): readonly Shortfall<Kind>[] {
  const lowered = new Set(
    deciding.flatMap(entriesOf).flatMap((entry) => (entry.because === undefined ? [] : [entry.package])),
  );
  return needs.flatMap((need): Shortfall<Kind>[] => {
    const found = foundFor(need);
    return isHigher(need.level, found) && !lowered.has(need.package.name) ? [{ need, found }] : [];
  });
}

/** What pending changesets give a package. */
interface PendingBump {
  readonly level: Level;
  /** Why a person asks for less than the API does. */
  readonly because: string | undefined;
}

/** The bump that a package gets for a need today; `none` where no changeset names it. */
export function pendingBump(need: Need, plan: Plan): PendingBump {
  const lowered = plan.pending.ours
    .flatMap(entriesOf)
    .find((entry) => entry.package === need.package.name && entry.because !== undefined);
  return { level: foundBump(need, plan), because: lowered?.because };
}
