import { join } from "node:path";
import { readText } from "../../output/index.ts";
import { UsageError, type WorkspaceDocument } from "../../workspace.ts";
import { pendingChangesets } from "../pending-changesets.ts";
import type { CompileUsage } from "../usage/index.ts";
import { workspacePackages } from "../workspace-packages.ts";
import { type Entry, isHigher, isOurs, nameOf } from "./api-changeset.ts";
import type { FindBase } from "./base.ts";
import { type ChangesetFile, parseChangeset } from "./changeset-file.ts";
import { type Comparison, compareWithBase } from "./comparison.ts";
import { type ExportNeed, exportNeedsOf } from "./exports.ts";
import { ignoredPackages } from "./ignored-packages.ts";
import { type Need, needsOf } from "./needs.ts";
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

interface Pending {
  /** What `codegen changeset` wrote. */
  readonly ours: readonly ChangesetFile[];
  readonly others: readonly ChangesetFile[];
}

/** @throws {UsageError} and {DocumentError} when something that takes part cannot be read. */
export async function planChangeset(
  root: string,
  documents: readonly WorkspaceDocument[],
  findBase: FindBase,
  compile: CompileUsage,
): Promise<Plan> {
  const packages = await workspacePackages(root);
  const pending = await readPending(root, new Set(packages.map(({ name }) => name)));
  const isIgnored = await ignoredPackages(root);
  const comparisons: Comparison[] = [];
  // One after the other: when several documents cannot be read, the same one is reported every time.
  for (const document of documents) comparisons.push(await compareWithBase(document, findBase, compile));
  const needs = needsOf(comparisons, packages).filter((need) => !isIgnored(need.package.name));
  const versions = new Map(packages.map(({ name, version }) => [name, version]));
  return {
    comparisons,
    needs,
    exportNeeds: (await exportNeedsOf(root, packages)).filter((need) => !isIgnored(need.package.name)),
    generated: generate(comparisons, needs, pending),
    pending,
    versionOf: (name) => versions.get(name),
  };
}

function generate(comparisons: readonly Comparison[], needs: readonly Need[], pending: Pending): Generated | undefined {
  const told = needs.filter((need) => !isTold(need, comparisons, pending));
  if (told.length === 0) return undefined;
  const documents = new Set(told.flatMap((need) => need.documents));
  const entries = told.map(({ package: { name }, level, reason }): Entry => {
    return { package: name, level, reason, because: undefined };
  });
  const summary = changelogText(comparisons.filter(({ document }) => documents.has(document.name)));
  return { name: nameOf(entries, summary), entries, summary };
}

/** A first version has no change to tell of: where somebody has written a changeset for it, that one will do. */
function isTold(need: Need, comparisons: readonly Comparison[], { others }: Pending): boolean {
  const isFirst = comparisons.every(
    ({ document, changes }) => changes === undefined || !need.documents.includes(document.name),
  );
  return isFirst && !isHigher(need.level, highestBump(need.package.name, others));
}

/** The highest bump that changesets give a package. */
export function highestBump(name: string, changesets: readonly ChangesetFile[]): Entry["level"] {
  const bumps = changesets.map(({ bumps }) => bumps.get(name) ?? "none");
  return bumps.reduce((highest, bump) => (isHigher(bump, highest) ? bump : highest), "none");
}

async function readPending(root: string, packages: ReadonlySet<string>): Promise<Pending> {
  const { changesets } = await pendingChangesets(root);
  const files: ChangesetFile[] = [];
  for (const name of changesets)
    files.push(parseChangeset(name, (await readText(join(root, ".changeset", name))) ?? ""));
  for (const { name, bumps } of files)
    for (const owner of bumps.keys())
      if (!packages.has(owner))
        throw new UsageError(`.changeset/${name} names ${owner}, which is no package of this workspace; correct it`);
  return { ours: files.filter(isOurs), others: files.filter((file) => !isOurs(file)) };
}
