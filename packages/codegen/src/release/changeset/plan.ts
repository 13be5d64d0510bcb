import { join } from "node:path";
import type { Level } from "@earmark/openapi-diff";
import type { WorkspaceDocument } from "../../workspace/documents.ts";
import { sidesOf } from "../../workspace/manifest.ts";
import { workspacePackages } from "../../workspace/packages.ts";
import { readText } from "../../workspace/target.ts";
import { UsageError } from "../../workspace/usage-error.ts";
import { ignoredPackages, pendingChangesets } from "../pending-changesets.ts";
import type { CompileUsage } from "../usage/compile-usage.ts";
import {
  type ChangesetFile,
  type Entry,
  entriesOf,
  isHigher,
  isOurs,
  nameOf,
  parseChangeset,
} from "./api-changeset.ts";
import { type Comparison, compareWithBase } from "./comparison.ts";
import { type ExportNeed, exportNeedsOf } from "./exports.ts";
import { type Need, needsOf } from "./needs.ts";
import type { Start } from "./start.ts";
import { changelogText } from "./text.ts";

/** What the documents ask of the packages, and what pending changesets give them. */
export interface Plan {
  readonly comparisons: readonly Comparison[];
  readonly needs: readonly Need[];
  /** What packages need because their exports are not those of the last release: for a person to describe. */
  readonly exportNeeds: readonly ExportNeed[];
  /** The changeset that is generated, before a person changes it; undefined when no package needs one. */
  readonly generated: Generated | undefined;
  readonly pending: Pending;
  /** The version of a package of the workspace. */
  versionOf(name: string): string | undefined;
}

interface Generated {
  readonly name: string;
  readonly entries: readonly Entry[];
  readonly summary: string;
}

/** Changesets that no release has applied yet. */
interface Pending {
  /** What `codegen changeset` wrote since the start. */
  readonly ours: readonly ChangesetFile[];
  /** What people wrote since then. */
  readonly others: readonly ChangesetFile[];
  /** What was there at the start, and tells of what came before. */
  readonly told: readonly ChangesetFile[];
}

/** @throws {UsageError} and {DocumentError} when something that takes part cannot be read. */
export async function planChangeset(
  root: string,
  documents: readonly WorkspaceDocument[],
  { findBase, told }: Pick<Start, "findBase" | "told">,
  compile: CompileUsage,
): Promise<Plan> {
  const packages = await workspacePackages(root);
  const pending = await readPending(root, new Set(packages.map(({ name }) => name)), told);
  const isIgnored = await ignoredPackages(root);
  const comparisons: Comparison[] = [];
  // One after the other: when several documents cannot be read, the same one is reported every time.
  for (const document of documents) comparisons.push(await compareWithBase(document, findBase, compile));
  const needs = needsOf(comparisons, packages).filter((need) => !isIgnored(need.package.name));
  const versions = new Map(packages.map(({ name, version }) => [name, version]));
  const generated = generate(comparisons, needs, pending);
  return {
    comparisons,
    needs,
    exportNeeds: (await exportNeedsOf(root, packages)).filter((need) => !isIgnored(need.package.name)),
    generated,
    pending: withSameName(pending, generated),
    versionOf: (name) => versions.get(name),
  };
}

function generate(comparisons: readonly Comparison[], needs: readonly Need[], pending: Pending): Generated | undefined {
  const untold = needs.filter((need) => !isTold(need, comparisons, pending));
  if (untold.length === 0) return undefined;
  // What is generated anew for the same API is told where nothing else is to be told of a package.
  const news = new Set(comparisons.filter(isEdited).map(({ document }) => document.name));
  const documents = new Set(
    untold.flatMap((need) => need.documents.filter((name) => need.channels.length === 0 || news.has(name))),
  );
  const entries = untold.map(({ package: { name }, level, reason }): Entry => {
    return { package: name, level, reason, because: undefined };
  });
  const summary = changelogText(comparisons.filter(({ document }) => documents.has(document.name)));
  return { name: nameOf(entries, summary), entries, summary };
}

function isTold(need: Need, comparisons: readonly Comparison[], { others, told }: Pending): boolean {
  return !isNews(need, comparisons) && !isHigher(need.level, highestBump(need.package.name, [...others, ...told]));
}

function isEdited({ changes, disagreement }: Comparison): boolean {
  return changes?.length !== 0 || disagreement !== undefined;
}

/** A first version has no change to tell of, nor have other files for the same API: any changeset will do for them. */
function isNews(need: Need, comparisons: readonly Comparison[]): boolean {
  const isFirst = comparisons.every(
    ({ document, changes }) => changes === undefined || !need.documents.includes(document.name),
  );
  return !isFirst && need.channels.length > 0;
}

/** The bump that pending changesets give for a need: for news, those that were written since. */
function foundBump(need: Need, { comparisons, pending: { ours, others, told } }: Plan): Entry["level"] {
  return highestBump(need.package.name, [...ours, ...others, ...(isNews(need, comparisons) ? [] : told)]);
}

/** A plan that also asks for what is missing since the last release, with no further words where it has some. */
export function withMissing(plan: Plan, missing: readonly { readonly need: Need }[], sinceRelease: Plan): Plan {
  if (plan.generated === undefined) return { ...sinceRelease, pending: plan.pending };
  const { entries, summary } = plan.generated;
  const added = missing.map(({ need: { package: owner, level, reason } }): Entry => {
    return { package: owner.name, level, reason, because: undefined };
  });
  const kept = entries.filter((entry) => !added.some((other) => other.package === entry.package));
  const all = [...kept, ...added].sort((a, b) => (a.package < b.package ? -1 : 1));
  return { ...plan, generated: { name: nameOf(all, summary), entries: all, summary } };
}

/** The same was told before, taken back, and done again: the file that tells of it is there. */
function withSameName({ ours, others, told }: Pending, generated: Generated | undefined): Pending {
  const isSame = ({ name }: ChangesetFile): boolean => name === generated?.name;
  return { ours: [...ours, ...told.filter(isSame)], others, told: told.filter((file) => !isSame(file)) };
}

/** The highest bump that changesets give a package. */
function highestBump(name: string, changesets: readonly ChangesetFile[]): Entry["level"] {
  const bumps = changesets.map(({ bumps }) => bumps.get(name) ?? "none");
  return bumps.reduce((highest, bump) => (isHigher(bump, highest) ? bump : highest), "none");
}

async function readPending(root: string, packages: ReadonlySet<string>, known: ReadonlySet<string>): Promise<Pending> {
  const { changesets } = await pendingChangesets(root);
  const files: ChangesetFile[] = [];
  for (const name of changesets) {
    // Line ends do not count: git may have changed them.
    const text = ((await readText(join(root, ".changeset", name))) ?? "").replaceAll("\r\n", "\n");
    const sides = sidesOf(text).map((side) => ({ ...parseChangeset(name, side), text }));
    if (sides.length > 1 && !(sides.every(isOurs) && !known.has(name)))
      throw new UsageError(`.changeset/${name} has a conflict that git could not merge; resolve it by hand`);
    files.push(...sides);
  }
  for (const { name, bumps } of files)
    for (const owner of bumps.keys())
      if (!packages.has(owner))
        throw new UsageError(`.changeset/${name} names ${owner}, which is no package of this workspace; correct it`);
  const written = files.filter(({ name }) => !known.has(name));
  return {
    ours: written.filter(isOurs),
    others: written.filter((file) => !isOurs(file)),
    told: files.filter(({ name }) => known.has(name)),
  };
}

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
