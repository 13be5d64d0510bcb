import { glob } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isJsonObject, type Json, type JsonObject } from "@earmark/openapi";
import { CHANNELS } from "@earmark/openapi-diff";
import { parseYaml } from "@redocly/openapi-core";
import { jsonObject } from "./documents.ts";
import type { Channel } from "./generated-packages.ts";
import { readText } from "./target.ts";
import { UsageError } from "./usage-error.ts";

/** A package of the workspace, as its manifest describes it. */
export interface WorkspacePackage {
  readonly name: string;
  readonly version: string;
  /** Whether it is never published. */
  readonly isPrivate: boolean;
  /** From the root of the workspace, with forward slashes. */
  readonly folder: string;
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
  // An empty file is no object, and a workspace of the root alone.
  const workspace = parseYaml((await readText(join(root, "pnpm-workspace.yaml"))) ?? "") as
    | { readonly packages?: readonly string[] }
    | undefined;
  const patterns = workspace?.packages ?? [];
  const excluded = patterns.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1));
  const included = patterns.filter((pattern) => !pattern.startsWith("!")).map((pattern) => `${pattern}/package.json`);
  const packages: WorkspacePackage[] = [];
  for await (const path of glob(included, { cwd: root, exclude: ["**/node_modules/**", ...excluded] })) {
    const file = path.replaceAll("\\", "/");
    const manifest = jsonObject((await readText(join(root, path))) ?? "{}");
    if (manifest === undefined) throw new UsageError(`${file} is not a JSON object; correct it`);
    const { name, version } = manifest;
    if (typeof name !== "string" || typeof version !== "string") continue;
    packages.push({
      name,
      version,
      isPrivate: manifest.private === true,
      folder: dirname(file),
      channels: channelsOf(file, manifest),
      publishing: isJsonObject(manifest.publishConfig) ? manifest.publishConfig : {},
      dependencies: ["dependencies", "optionalDependencies", "peerDependencies"].flatMap((key) =>
        keysOf(manifest[key]),
      ),
      devDependencies: keysOf(manifest.devDependencies),
    });
  }
  return packages.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function channelsOf(file: string, { earmark }: JsonObject): readonly Channel[] | undefined {
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
