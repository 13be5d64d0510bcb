import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { isJsonObject } from "@earmark/openapi";
import { parseYaml } from "@redocly/openapi-core";
import { packageJsonOf, textOf } from "./files.ts";
import { UsageError } from "./usage-error.ts";

/** How the file of a config may be called, the most usual first. */
export const CONFIG_NAMES: readonly string[] = ["ts", "mts", "js", "mjs", "json"].map(
  (extension) => `earmark.config.${extension}`,
);

/**
 * The root of the workspace around a folder: the nearest folder upwards that names packages (`pnpm-workspace.yaml`, or
 * `workspaces` in its `package.json`) or has a config; where there is none, the nearest single package. A repository
 * is not left.
 *
 * @param otherwise what else the caller could do than to run inside one.
 * @throws {UsageError} where there is neither.
 */
export async function findWorkspace(start: string, otherwise = ""): Promise<string> {
  let single: string | undefined;
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    if (isRoot(folder)) return folder;
    if (existsSync(join(folder, "package.json"))) single ??= folder;
    if (folder !== dirname(folder) && !existsSync(join(folder, ".git"))) continue;
    if (single !== undefined) return single;
    throw new UsageError(
      `${resolve(start)} is in no workspace and no package; run this where a package.json is, or below${otherwise}`,
    );
  }
}

/** Whether a folder is the root of a workspace by itself, also within another one. */
export function isRoot(folder: string): boolean {
  const marks = [...CONFIG_NAMES, "pnpm-workspace.yaml"];
  return marks.some((name) => existsSync(join(folder, name))) || packageGlobs(folder) !== undefined;
}

/**
 * Where the packages of a workspace are, as the file of its package manager says it; undefined where it has none.
 *
 * @throws {UsageError} when that file cannot be read.
 */
export function packageGlobs(root: string): readonly string[] | undefined {
  const workspaceFile = textOf(join(root, "pnpm-workspace.yaml"));
  // A file without packages has settings only, and stands in single packages, too.
  if (workspaceFile !== undefined) return stringsOf(pnpmSettings(workspaceFile, root));
  const { workspaces } = packageJsonOf(root);
  return stringsOf(Array.isArray(workspaces) ? { packages: workspaces } : workspaces);
}

function pnpmSettings(text: string, root: string): unknown {
  try {
    return parseYaml(text);
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split("\n");
    throw new UsageError(`${join(root, "pnpm-workspace.yaml")} cannot be read: ${reason}`, { cause: error });
  }
}

function stringsOf(workspaces: unknown): readonly string[] | undefined {
  const globs: unknown = isJsonObject(workspaces) ? workspaces.packages : undefined;
  return Array.isArray(globs) ? globs.filter((glob) => typeof glob === "string") : undefined;
}

/** Folders of libraries, by how they are called, the most usual first. */
const LIBRARIES: readonly string[] = ["packages", "libs", "lib", "libraries", "modules"];

/** The folder that new packages go to: of those that the workspace names, the one for libraries, else the first. */
export function packagesFolder(root: string): string {
  const folders = (packageGlobs(root) ?? []).flatMap(
    (glob) => /^(?:\.\/)?([^*!{}[\]]+)\/\*{1,2}\/?$/.exec(glob)?.[1] ?? [],
  );
  return LIBRARIES.find((name) => folders.includes(name)) ?? folders[0] ?? "packages";
}

/** The scope of the root package's name. */
export function scopeOf(root: string): string | undefined {
  const { name } = packageJsonOf(root);
  return typeof name === "string" ? scopeIn(name) : undefined;
}

/** `@acme` of `@acme/orders-client`. */
export function scopeIn(name: string): string | undefined {
  return /^(@[^/]+)\//.exec(name)?.[1];
}
