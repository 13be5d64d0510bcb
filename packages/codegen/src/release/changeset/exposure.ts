import type { WorkspaceDocument } from "../../workspace.ts";
import { type Channel, GENERATED_CHANNELS, GENERATED_KINDS, type GeneratedKind } from "../channels.ts";
import { CHANNELS } from "../diff/impact.ts";
import type { WorkspacePackage } from "../workspace-packages.ts";

/** A published package through which people use the API of a document. */
export interface Exposure {
  readonly package: WorkspacePackage;
  readonly channels: readonly Channel[];
  /** Whether it is generated from the document. */
  readonly isGenerated: boolean;
  /** The generated packages whose files are in it: itself, or what it bundles. Others are installed beside it. */
  readonly contains: ReadonlySet<GeneratedKind>;
}

/**
 * The published packages that expose a document: those that are generated from it, and all that depend on one of them,
 * directly or not.
 *
 * A package says in its manifest which channels its users see (`earmark.channels`), all of them unless it says so.
 * What a package is only built with (`devDependencies`) is exposed where it says so: it is bundled then, while for the
 * others it is a tool, or needed for their tests.
 */
export function exposuresOf(document: WorkspaceDocument, packages: readonly WorkspacePackage[]): readonly Exposure[] {
  const generated = new Map(
    GENERATED_KINDS.flatMap((kind): [string, GeneratedKind][] => {
      const found = packages.find(({ folder }) => folder === `packages/${document.name}-${kind}`);
      return found === undefined ? [] : [[found.name, kind]];
    }),
  );
  const byName = new Map(packages.map((one) => [one.name, one]));
  return packages.flatMap((one): Exposure[] => {
    if (one.isPrivate) return [];
    const kind = generated.get(one.name);
    if (kind !== undefined) return [exposure(one, one.channels ?? GENERATED_CHANNELS[kind], [kind], true)];
    const bundled = one.channels === undefined ? [] : reach(one.devDependencies, byName);
    const exposed = [...reach(one.dependencies, byName), ...bundled];
    if (!exposed.some((name) => generated.has(name))) return [];
    const contains = bundled.flatMap((name) => generated.get(name) ?? []);
    return [exposure(one, one.channels ?? CHANNELS, contains, false)];
  });
}

function exposure(
  owner: WorkspacePackage,
  channels: readonly Channel[],
  contains: readonly GeneratedKind[],
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
