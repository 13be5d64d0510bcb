import { dirname, join, posix } from "node:path";
import { isJsonObject, type Json, type JsonObject } from "@earmark/openapi";
import { CHANNELS } from "@earmark/openapi-diff";
import { jsonMistake, jsonObject, readText } from "./files.ts";
import { glob } from "./glob.ts";
import type { Channel } from "./layout.ts";
import { UsageError } from "./usage-error.ts";
import { packageGlobs } from "./workspace.ts";

/** A package of the workspace, as its manifest describes it. */
export interface WorkspacePackage {
  readonly name: string;
  readonly version: string;
  /** Whether it is never published. */
  readonly isPrivate: boolean;
  /** From the root of the workspace, with forward slashes; `.` is the root itself. */
  readonly folder: string;
  /** The same as an absolute path. */
  readonly path: string;
  /** `earmark.channels`: what its users see of the APIs that it depends on; undefined where the manifest is silent. */
  readonly channels: readonly Channel[] | undefined;
  /** How it is published: `publishConfig`. */
  readonly publishing: JsonObject;
  /** Names of what is installed with it. */
  readonly dependencies: readonly string[];
  /** Names of what it is built with. */
  readonly devDependencies: readonly string[];
}

/**
 * Every package of the workspace that has a name and a version, sorted by name.
 *
 * @throws {UsageError} when a manifest cannot be read, or names an unknown channel.
 */
export async function workspacePackages(root: string): Promise<readonly WorkspacePackage[]> {
  const packages: WorkspacePackage[] = [];
  for (const folder of await packageFolders(root)) {
    const file = posix.join(folder, "package.json");
    const text = (await readText(join(root, file))) ?? "{}";
    const manifest = jsonObject(text);
    if (manifest === undefined) throw new UsageError(jsonMistake(file, text) ?? `${file} is not JSON; correct it`);
    const { name, version } = manifest;
    if (typeof name !== "string" || typeof version !== "string") continue;
    packages.push({
      name,
      version,
      isPrivate: manifest.private === true,
      folder,
      path: join(root, folder),
      channels: declaredChannels(file, manifest),
      publishing: isJsonObject(manifest.publishConfig) ? manifest.publishConfig : {},
      dependencies: ["dependencies", "optionalDependencies", "peerDependencies"].flatMap((key) =>
        keysOf(manifest[key]),
      ),
      devDependencies: keysOf(manifest.devDependencies),
    });
  }
  return packages.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The folders of all packages, that of the root included, from the root of the workspace: with forward slashes. */
export async function packageFolders(root: string): Promise<readonly string[]> {
  const globs = packageGlobs(root) ?? [];
  const excluded = globs.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1));
  const included = globs.filter((pattern) => !pattern.startsWith("!")).map((pattern) => `${pattern}/package.json`);
  const folders = new Set<string>();
  for await (const path of glob(["package.json", ...included], {
    cwd: root,
    exclude: ["**/node_modules/**", ...excluded],
  }))
    folders.add(dirname(path));
  return [...folders].sort();
}

function declaredChannels(file: string, { earmark }: JsonObject): readonly Channel[] | undefined {
  const declared = isJsonObject(earmark) ? earmark.channels : undefined;
  if (declared === undefined) return undefined;
  const expected = `a list of ${CHANNELS.join(", ")}`;
  if (!Array.isArray(declared))
    throw new UsageError(`${file}: earmark.channels must be ${expected}, received ${JSON.stringify(declared)}`);
  return declared.map((value: Json) => {
    const channel = CHANNELS.find((known) => known === value);
    if (channel !== undefined) return channel;
    throw new UsageError(`${file}: earmark.channels must be ${expected}, received ${JSON.stringify(value)} among them`);
  });
}

function keysOf(value: Json | undefined): readonly string[] {
  return isJsonObject(value) ? Object.keys(value) : [];
}
