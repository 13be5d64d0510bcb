import type { Level } from "@earmark/openapi-diff";
import { type ChangesetFile, entriesOf, highestBump, isHigher } from "./api-changeset.ts";
import type { ExportNeed } from "./exports.ts";
import { combinedNeeds, type Need } from "./needs.ts";
import { isNews, oursFor, type Plan } from "./plan.ts";

/** A package whose bump is missing or too low. */
export interface Shortfall<Kind extends Need | ExportNeed = Need> {
  readonly need: Kind;
  readonly found: Level;
}

/**
 * Every package that gets less than the documents need, unless a person has said why. Each document has a changeset of
 * its own: that of another one says nothing about it, although it may name the same package.
 */
export function shortfallsOf(plan: Plan): readonly Shortfall[] {
  const found = plan.comparisons.flatMap(({ document }) => shortfallsFor(document.name, plan));
  return combinedNeeds(found.map(({ need }) => need)).map((need) => {
    const own = found.filter((one) => one.need.package === need.package);
    return { need, found: lowest(own.map((one) => one.found)) };
  });
}

/** The same for one document. */
export function shortfallsFor(document: string, plan: Plan): readonly Shortfall[] {
  const { comparisons, pending, versions } = plan;
  const own = oursFor(document, pending);
  return shortfalls(plan.needsFor(document), own, (need) => {
    if (versions !== undefined) return versions.bumpOf(need.package.name);
    const counted = isNews(need, comparisons) ? own : [...pending.ours, ...pending.told];
    return highestBump(need.package.name, [...counted, ...pending.others]);
  });
}

/** Every package that gets less than its exports need, unless a changeset says why. */
export function exportShortfallsOf({ exportNeeds, pending, versions }: Plan): readonly Shortfall<ExportNeed>[] {
  // Compared with the last release: what was there when a branch began counts, too.
  const all = [...pending.ours, ...pending.others, ...pending.told];
  return shortfalls(exportNeeds, all, ({ package: { name } }) => versions?.bumpOf(name) ?? highestBump(name, all));
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

function lowest(levels: readonly Level[]): Level {
  return levels.reduce((one, other) => (isHigher(one, other) ? other : one));
}

/** What a package is given. */
interface GivenBump {
  readonly level: Level;
  /** Why a person asks for less than the API does. */
  readonly because: string | undefined;
}

/** The bump that a package gets for a need today; `none` where nothing gives it one. */
export function givenBump(need: Need, { comparisons, pending, versions }: Plan): GivenBump {
  const { name } = need.package;
  if (versions !== undefined) return { level: versions.bumpOf(name), because: undefined };
  const { ours, others, told } = pending;
  const lowered = ours.flatMap(entriesOf).find((entry) => entry.package === name && entry.because !== undefined);
  const counted = [...ours, ...others, ...(isNews(need, comparisons) ? [] : told)];
  return { level: highestBump(name, counted), because: lowered?.because };
}
