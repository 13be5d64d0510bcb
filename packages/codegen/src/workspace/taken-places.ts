import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { displayPath, isJsonObject } from "@earmark/openapi";
import type { WorkspaceDocument } from "./documents.ts";
import { jsonObject, pathBetween, textOf } from "./files.ts";
import type { Output } from "./layout.ts";
import { MANIFEST, parseManifest } from "./manifest.ts";
import { workspacePackages } from "./packages.ts";
import { stagedFor } from "./staged-file.ts";
import { foreignFiles, isOurs, type Target } from "./target.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Nothing that people or other tools have made is mixed with what a new document feeds. What an interrupted run left is
 * completed.
 *
 * @throws {UsageError} where a package or a folder has the place of one that is to be generated, or its name.
 */
export async function requireFreePlaces(
  root: string,
  { outputs }: WorkspaceDocument,
  targets: readonly Target[],
): Promise<void> {
  const packages = await workspacePackages(root);
  for (const output of outputs) {
    const { folder, owner, package: name } = output;
    if (parseManifest(textOf(join(folder, MANIFEST))) !== undefined) continue;
    if (isHandWritten(output))
      throw new UsageError(
        `${pathBetween(root, owner)} is a package that is not generated; ${advice(output, "move it")}`,
      );
    const other = packages.find((one) => one.name === name && relative(one.path, owner) !== "");
    if (other !== undefined)
      throw new UsageError(`${other.folder} is called ${name} already; ${advice(output, "rename it")}`);
    const target = targets.find((one) => one.folder === folder);
    const [foreign] = target === undefined ? [] : await strangers(target);
    if (foreign !== undefined)
      throw new UsageError(
        `${displayPath(foreign)} is not generated, in a folder that is to have generated files only; ${advice(output, "move it")}`,
      );
  }
}

function advice({ package: name }: Output, alternative: string): string {
  const into = name === undefined ? ", set `into` in earmark.config.ts" : "";
  return `${alternative}${into}, or call the document by another name`;
}

/** Packages that are scaffolded say what they show of the API. */
function isHandWritten({ owner, package: name }: Output): boolean {
  const manifest = name === undefined ? undefined : textOf(join(owner, "package.json"));
  return manifest !== undefined && !isJsonObject(jsonObject(manifest)?.earmark);
}

/** Files of any name in a folder for generated files that are not ours. */
async function strangers(target: Target): Promise<readonly string[]> {
  const present = await readdir(target.folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const expected = new Set(target.files.map(({ path }) => join(target.folder, path)));
  const others = present
    .filter((entry) => entry.isFile() && !entry.name.startsWith(".") && stagedFor(entry.name) === undefined)
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !expected.has(path));
  const foreign = await Promise.all(others.map(async (path) => ((await isOurs(path)) ? [] : [path])));
  return [...(await foreignFiles(target)), ...foreign.flat()];
}
