import { join } from "node:path";
import { isJsonObject, type JsonObject } from "@earmark/openapi";
import { parseYaml } from "@redocly/openapi-core";
import { Edits } from "./edits.ts";
import { jsonObject } from "./files.ts";
import { packageManagerOf } from "./package-manager.ts";
import { packageFolders } from "./packages.ts";

/** How the manifests of a repository name versions: by those that are there, new ones are written. */
export interface Conventions {
  /** The range of another package of the workspace. */
  siblingRange(version: string): string;
  /** What the repository has for a package already, wherever it has it; undefined where it has none. */
  knownRange(name: string): string | undefined;
  /**
   * Whether versions of packages stand in the catalog of `pnpm-workspace.yaml`, so that a new one goes there, too.
   *
   * @see https://pnpm.io/catalogs
   */
  readonly hasCatalog: boolean;
}

/**
 * What the manifests of a repository have in common.
 *
 * @param edits The files as they will be.
 * @default edits as they are
 */
export async function conventionsOf(root: string, edits: Edits = new Edits(root)): Promise<Conventions> {
  const folders = await packageFolders(root);
  const manifests = folders.map((folder) => jsonObject(edits.read(join(folder, "package.json")) ?? "") ?? {});
  const members = new Set(manifests.map(({ name }) => name));
  const dependencies = manifests.flatMap(rangesOf);
  const catalog = catalogOf(edits);
  const siblings = dependencies.filter(([name]) => members.has(name)).map(([, range]) => range);
  const known = new Map(dependencies.toReversed());
  const prefix = siblingPrefix(root, siblings);
  return {
    siblingRange: (version) => prefix ?? `^${version}`,
    knownRange: (name) => (catalog?.[name] === undefined ? known.get(name) : "catalog:"),
    hasCatalog: catalog !== undefined && dependencies.some(([, range]) => range === "catalog:"),
  };
}

/** What a manifest names to be installed, with the range of each: `dependencies`, then `devDependencies`. */
export function rangesOf(manifest: JsonObject): readonly (readonly [name: string, range: string])[] {
  const fields = [manifest.dependencies, manifest.devDependencies];
  return fields
    .flatMap((field) => (isJsonObject(field) ? Object.entries(field) : []))
    .flatMap(([name, range]) => (typeof range === "string" ? [[name, range] as const] : []));
}

/** `workspace:*` or `workspace:^`, as most have it; undefined where versions are named. */
function siblingPrefix(root: string, ranges: readonly string[]): string | undefined {
  const [most] = [...Map.groupBy(ranges, (range) => range)].sort(([, a], [, b]) => b.length - a.length);
  if (most !== undefined) return most[0].startsWith("workspace:") ? most[0] : undefined;
  const { name, isClassic } = packageManagerOf(root);
  return name === "npm" || isClassic ? undefined : "workspace:^";
}

/** The default catalog of pnpm; undefined where there is none. */
function catalogOf(edits: Edits): JsonObject | undefined {
  const text = edits.read("pnpm-workspace.yaml");
  // It is YAML: the packages of the workspace, which it names, have been found.
  const settings: unknown = text === undefined ? undefined : parseYaml(text);
  const catalog: unknown = isJsonObject(settings) ? settings.catalog : undefined;
  return isJsonObject(catalog) ? catalog : undefined;
}
