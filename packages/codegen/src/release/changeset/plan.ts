import { join } from "node:path";
import type { WorkspaceDocument } from "../../workspace/documents.ts";
import { readText } from "../../workspace/files.ts";
import { sidesOf } from "../../workspace/manifest.ts";
import { type WorkspacePackage, workspacePackages } from "../../workspace/packages.ts";
import { UsageError } from "../../workspace/usage-error.ts";
import { ignoredPackages, pendingChangesets, usesChangesets } from "../pending-changesets.ts";
import type { CompileUsage } from "../usage/compile-usage.ts";
import {
  type ChangesetFile,
  documentOf,
  type Entry,
  highestBump,
  isHigher,
  isOurs,
  nameOf,
  parseChangeset,
} from "./api-changeset.ts";
import { type Comparison, compareWithBase } from "./comparison.ts";
import { type ExportNeed, exportNeedsOf } from "./exports.ts";
import { combinedNeeds, type Need, needsOf } from "./needs.ts";
import type { Start } from "./start.ts";
import { changelogText } from "./text.ts";
import { type SetVersions, setVersions } from "./versions.ts";

/** What the documents ask of the packages, and what they are given. */
export interface Plan {
  readonly comparisons: readonly Comparison[];
  /** What each package needs because of all documents. */
  readonly needs: readonly Need[];
  /** The same because of one document. */
  needsFor(document: string): readonly Need[];
  /** What packages need because their exports are not those of the last release: for a person to describe. */
  readonly exportNeeds: readonly ExportNeed[];
  /** The changesets that are generated, before a person changes them: one for each document that asks for something. */
  readonly generated: readonly Generated[];
  readonly pending: Pending;
  /** The versions that people set in manifests, where a workspace has no changesets; undefined where it has them. */
  readonly versions: SetVersions | undefined;
  readonly packages: readonly WorkspacePackage[];
}

interface Generated {
  /** The name of the document. */
  readonly document: string;
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
  start: Start,
  compile: CompileUsage,
): Promise<Plan> {
  const packages = await workspacePackages(root);
  const hasChangesets = usesChangesets(root);
  const pending = hasChangesets ? await readPending(root, packages, start.told) : NOTHING_PENDING;
  const isIgnored = await ignoredPackages(root);
  const comparisons: Comparison[] = [];
  // One after the other: when several documents cannot be read, the same one is reported every time.
  for (const document of documents) comparisons.push(await compareWithBase(document, start.findBase, compile));
  const needs = new Map(
    comparisons.map((comparison) => [
      comparison.document.name,
      needsOf(comparison, packages).filter((need) => !isIgnored(need.package.name)),
    ]),
  );
  const generated = hasChangesets ? generate(comparisons, needs, pending) : [];
  return {
    comparisons,
    needs: combinedNeeds([...needs.values()].flat()),
    needsFor: (document) => needs.get(document) ?? [],
    exportNeeds: (await exportNeedsOf(root, packages)).filter((need) => !isIgnored(need.package.name)),
    generated,
    pending: withSameNames(pending, generated),
    versions: hasChangesets ? undefined : await setVersions(root, packages, start),
    packages,
  };
}

const NOTHING_PENDING: Pending = { ours: [], others: [], told: [] };

function generate(
  comparisons: readonly Comparison[],
  needs: ReadonlyMap<string, readonly Need[]>,
  { others, told }: Pending,
): readonly Generated[] {
  const due = comparisons.map((comparison) => {
    const untold = (needs.get(comparison.document.name) ?? []).filter(
      (need) => isNews(need, comparisons) || isHigher(need.level, highestBump(need.package.name, [...others, ...told])),
    );
    return { comparison, untold };
  });
  // What is generated anew for the same API is told where nothing else is to be told of a package.
  const edited = new Set(due.flatMap(({ untold }) => untold.filter(hasChannels)).map((need) => need.package.name));
  return due.flatMap(({ comparison, untold }) => {
    const entries = untold.filter((need) => hasChannels(need) || !edited.has(need.package.name)).map(entryOf);
    return entries.length === 0 ? [] : generatedFor(comparison.document.name, entries, changelogText(comparison));
  });
}

function hasChannels({ channels }: Need): boolean {
  return channels.length > 0;
}

function entryOf({ package: { name }, level, reason }: Need): Entry {
  return { package: name, level, reason, because: undefined };
}

function generatedFor(document: string, entries: readonly Entry[], summary: string): Generated {
  const sorted = [...entries].sort((a, b) => (a.package < b.package ? -1 : 1));
  return { document, name: nameOf(document, sorted, summary), entries: sorted, summary };
}

/** A first version has no change to tell of, nor have other files for the same API: any changeset will do for them. */
export function isNews(need: Need, comparisons: readonly Comparison[]): boolean {
  const isFirst = comparisons.every(
    ({ document, changes }) => changes === undefined || !need.documents.includes(document.name),
  );
  return !isFirst && hasChannels(need);
}

/** A plan that also asks for what is missing since the last release, with no further words where it has some. */
export function withMissing(plan: Plan, missing: readonly { readonly need: Need }[], sinceRelease: Plan): Plan {
  const missingFor = (document: string): readonly Need[] =>
    sinceRelease
      .needsFor(document)
      .filter(({ package: { name } }) =>
        missing.some(({ need }) => need.package.name === name && need.documents.includes(document)),
      );
  const needsFor = (document: string): readonly Need[] => {
    const added = missingFor(document);
    const kept = plan.needsFor(document).filter((need) => !added.some((one) => one.package === need.package));
    return [...kept, ...added];
  };
  const documents = plan.comparisons.map(({ document }) => document.name);
  const generated = documents.flatMap((document) => {
    const own = plan.generated.find((one) => one.document === document);
    const added = missingFor(document).map(entryOf);
    if (added.length === 0) return own ?? [];
    if (own === undefined) return sinceRelease.generated.filter((one) => one.document === document);
    const kept = own.entries.filter((entry) => !added.some((other) => other.package === entry.package));
    return generatedFor(document, [...kept, ...added], own.summary);
  });
  return { ...plan, needsFor, needs: combinedNeeds(documents.flatMap(needsFor)), generated };
}

/** The same was told before, taken back, and done again: the files that tell of it are there. */
function withSameNames({ ours, others, told }: Pending, generated: readonly Generated[]): Pending {
  const isSame = ({ name }: ChangesetFile): boolean => generated.some((one) => one.name === name);
  return { ours: [...ours, ...told.filter(isSame)], others, told: told.filter((file) => !isSame(file)) };
}

/** Those changesets of ours that tell of a document. */
export function oursFor(document: string, { ours }: Pending): readonly ChangesetFile[] {
  return ours.filter((file) => (documentOf(file) ?? document) === document);
}

async function readPending(
  root: string,
  packages: readonly WorkspacePackage[],
  known: ReadonlySet<string>,
): Promise<Pending> {
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
      if (!packages.some((one) => one.name === owner))
        throw new UsageError(`.changeset/${name} names ${owner}, which is no package of this workspace; correct it`);
  const written = files.filter(({ name }) => !known.has(name));
  return {
    ours: written.filter(isOurs),
    others: written.filter((file) => !isOurs(file)),
    told: files.filter(({ name }) => known.has(name)),
  };
}
