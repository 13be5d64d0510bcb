import { basename } from "node:path";
import { CHANNELS, type Impact, LEVELS, type Level } from "@earmark/openapi-diff";
import type { WorkspaceDocument } from "../../workspace/documents.ts";
import { type Channel, channelsOf, type Output, packageName } from "../../workspace/layout.ts";
import type { WorkspacePackage } from "../../workspace/packages.ts";
import { type Comparison, overallImpact } from "./comparison.ts";
import { bumpFor, REASON_OF, REASONS, type Reason } from "./policy.ts";

/** A package that has to be released, and how. */
export interface Need {
  readonly package: WorkspacePackage;
  readonly reason: Reason;
  /** The lowest bump that is right. */
  readonly level: Level;
  /** The channels for which it is, in the order of {@link CHANNELS}; none where only the generated files differ. */
  readonly channels: readonly Channel[];
  /** Names of the documents that ask for a release of it, sorted. */
  readonly documents: readonly string[];
}

/** What the packages of a workspace need because of one document. */
export function needsOf(comparison: Comparison, packages: readonly WorkspacePackage[]): readonly Need[] {
  return exposuresOf(comparison.document, packages).flatMap((exposure) => needOf(comparison, exposure) ?? []);
}

/** What they need because of several documents, one need for each package, sorted by its name. */
export function combinedNeeds(needs: readonly Need[]): readonly Need[] {
  const combined = new Map<string, Need>();
  for (const need of needs) {
    const known = combined.get(need.package.name);
    combined.set(need.package.name, known === undefined ? need : combine(known, need));
  }
  return [...combined.values()].sort((a, b) => (a.package.name < b.package.name ? -1 : 1));
}

function needOf(comparison: Comparison, exposure: Exposure): Need | undefined {
  const { changes, regenerated, document } = comparison;
  const { package: owner, contains } = exposure;
  const need = (reason: Reason, channels: readonly Channel[]): Need => ({
    package: owner,
    reason,
    level: bumpFor(reason, owner.version),
    channels,
    documents: [document.name],
  });
  if (changes === undefined) {
    // What is generated from a new document is new itself; others gain something.
    return need(exposure.isGenerated ? "new" : "addition", exposure.channels);
  }
  const { level, channels } = highest(overallImpact(comparison), exposure.channels);
  const reason = REASON_OF[level];
  if (reason !== undefined) return need(reason, channels);
  return regenerated.some((id) => contains.has(id)) ? need("fix", []) : undefined;
}

function highest(impact: Impact, channels: readonly Channel[]): { level: Level; channels: readonly Channel[] } {
  const level = LEVELS.findLast((candidate) => channels.some((channel) => impact[channel] === candidate)) ?? "none";
  return { level, channels: channels.filter((channel) => impact[channel] === level) };
}

function combine(one: Need, other: Need): Need {
  const [rank, otherRank] = [REASONS.indexOf(one.reason), REASONS.indexOf(other.reason)];
  const stronger = rank <= otherRank ? one : other;
  const both = new Set([...one.channels, ...other.channels]);
  const channels = rank === otherRank ? CHANNELS.filter((channel) => both.has(channel)) : stronger.channels;
  return { ...stronger, channels, documents: [...new Set([...one.documents, ...other.documents])].sort() };
}

/** A published package through which people use the API of a document. */
interface Exposure {
  readonly package: WorkspacePackage;
  readonly channels: readonly Channel[];
  /** Whether it is generated from the document. */
  readonly isGenerated: boolean;
  /** Ids of the outputs whose files are in it: its own, or what it bundles. Others are installed beside it. */
  readonly contains: ReadonlySet<string>;
}

/**
 * The published packages that expose a document: those that are generated from it, and all that depend on one of them,
 * directly or not.
 *
 * A package says in its manifest which channels its users see (`earmark.channels`), all of them unless it says so.
 * What a package is only built with (`devDependencies`) is exposed where it says so: it is bundled then, while for the
 * others it is a tool, or needed for their tests.
 */
function exposuresOf({ outputs }: WorkspaceDocument, packages: readonly WorkspacePackage[]): readonly Exposure[] {
  const byName = new Map(packages.map((one) => [one.name, one]));
  const generated = new Map<string, Output>();
  for (const output of outputs) {
    const owner = packages.find(({ path }) => path === output.owner);
    if (owner !== undefined) generated.set(owner.name, output);
  }
  return packages.flatMap((one): Exposure[] => {
    if (one.isPrivate) return [];
    const output = generated.get(one.name);
    if (output !== undefined) {
      const isGenerated = output.package !== undefined;
      return [exposure(one, one.channels ?? channelsOf(output.kinds), [output.id], isGenerated)];
    }
    const bundled = one.channels === undefined ? [] : reach(one.devDependencies, byName);
    const exposed = [...reach(one.dependencies, byName), ...bundled];
    if (!exposed.some((name) => generated.has(name))) return [];
    const contains = bundled.flatMap((name) => generated.get(name)?.id ?? []);
    return [exposure(one, one.channels ?? CHANNELS, contains, false)];
  });
}

/** The packages that documents are generated into and that are never published, by their names, sorted. */
export function unpublishedOwners(
  documents: readonly WorkspaceDocument[],
  packages: readonly WorkspacePackage[],
): readonly string[] {
  const published = new Set(packages.flatMap(({ path, isPrivate }) => (isPrivate ? [] : [path])));
  const owners = documents.flatMap(({ outputs }) => outputs.map(({ owner }) => owner));
  const names = owners.filter((owner) => !published.has(owner)).map((owner) => packageName(owner) ?? basename(owner));
  return [...new Set(names)].sort();
}

function exposure(
  owner: WorkspacePackage,
  channels: readonly Channel[],
  contains: readonly string[],
  isGenerated: boolean,
): Exposure {
  return { package: owner, channels, contains: new Set(contains), isGenerated };
}

/** The named packages, and all that they depend on. */
function reach(names: readonly string[], packages: ReadonlyMap<string, WorkspacePackage>): readonly string[] {
  const found = new Set(names);
  for (const name of found) for (const next of packages.get(name)?.dependencies ?? []) found.add(next);
  return [...found];
}
