import { glob } from "node:fs/promises";
import { join } from "node:path";
import { parseYaml } from "@redocly/openapi-core";
import { readText } from "../output/index.ts";

/** A package of the workspace, as its manifest describes it. */
export interface WorkspacePackage {
  readonly name: string;
  readonly version: string;
  /** Whether it is never published. */
  readonly isPrivate: boolean;
}

/** Every package of the workspace that has a name and a version, sorted by name. */
export async function workspacePackages(root: string): Promise<readonly WorkspacePackage[]> {
  const patterns = await workspacePatterns(root);
  const excluded = patterns.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1));
  const included = patterns.filter((pattern) => !pattern.startsWith("!")).map((pattern) => `${pattern}/package.json`);
  const packages: WorkspacePackage[] = [];
  for await (const path of glob(included, { cwd: root, exclude: ["**/node_modules/**", ...excluded] })) {
    const manifest = JSON.parse((await readText(join(root, path))) ?? "{}") as Partial<Record<string, unknown>>;
    const { name, version } = manifest;
    if (typeof name !== "string" || typeof version !== "string") continue;
    packages.push({ name, version, isPrivate: manifest.private === true });
  }
  return packages.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function workspacePatterns(root: string): Promise<readonly string[]> {
  // An empty file is no object, and a workspace of the root alone.
  const workspace = parseYaml((await readText(join(root, "pnpm-workspace.yaml"))) ?? "") as
    | { readonly packages?: readonly string[] }
    | undefined;
  return workspace?.packages ?? [];
}
