import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Level } from "@earmark/openapi-diff";
import { readText } from "../../workspace/files.ts";
import { type WorkspacePackage, workspacePackages } from "../../workspace/packages.ts";
import { bumpFor } from "./policy.ts";

/** Public declarations of a package, now and at its last release. A package without them is not held to anything. */
const EXPORTS_FILE = "exports.md";
const RELEASED_EXPORTS_FILE = "exports.released.md";

/** A package whose exports are not those of its last release. Each list is sorted: `name of entry`. */
export interface ExportNeed {
  readonly package: WorkspacePackage;
  /** The lowest bump that is right. */
  readonly level: Level;
  readonly removed: readonly string[];
  readonly changed: readonly string[];
  readonly added: readonly string[];
}

/** What published packages need because of their exports, in the order given. */
export async function exportNeedsOf(
  root: string,
  packages: readonly WorkspacePackage[],
): Promise<readonly ExportNeed[]> {
  const needs: ExportNeed[] = [];
  for (const owner of packages) {
    const released = await readText(join(root, owner.folder, RELEASED_EXPORTS_FILE));
    if (owner.isPrivate || released === undefined) continue;
    const now = (await readText(join(root, owner.folder, EXPORTS_FILE))) ?? "";
    const need = compare(owner, parseExports(released), parseExports(now));
    if (need !== undefined) needs.push(need);
  }
  return needs;
}

function compare(owner: WorkspacePackage, before: Exports, after: Exports): ExportNeed | undefined {
  const removed = [...before.keys()].filter((key) => !after.has(key) && !isInternal(key));
  const changed = [...before].filter(([key, text]) => after.has(key) && after.get(key) !== text).map(([key]) => key);
  // What a document adds to generated packages is judged by the rules of the diff.
  const added = [...after].filter(([key, text]) => text !== "" && !before.has(key) && !isInternal(key));
  const isBroken = removed.length + changed.length > 0;
  if (!isBroken && added.length === 0) return undefined;
  const level = isBroken ? bumpFor("breaking", owner.version) : "minor";
  return {
    package: owner,
    level,
    removed: removed.sort(),
    changed: changed.sort(),
    added: added.map(([key]) => key).sort(),
  };
}

/** What exports refer to without being one: it comes and goes with them, and where it changes, they do. */
function isInternal(key: string): boolean {
  return key.includes(NOT_EXPORTED);
}

const NOT_EXPORTED = ", not exported";

/** Declarations by `name of entry`; of generated code, which is committed itself, an empty string. */
type Exports = ReadonlyMap<string, string>;

/** Makes the exports of every published package those of its last release; returns the files that changed. */
export async function recordExports(root: string): Promise<readonly string[]> {
  const changed: string[] = [];
  for (const { folder, isPrivate } of await workspacePackages(root)) {
    if (isPrivate) continue;
    const released = join(root, folder, RELEASED_EXPORTS_FILE);
    const text = await readText(join(root, folder, EXPORTS_FILE));
    if (text === (await readText(released))) continue;
    if (text === undefined) await rm(released);
    else await writeFile(released, text);
    changed.push(released);
  }
  return changed;
}

/** Reads the Markdown that `apps/release-tests/src/exports` prints. */
function parseExports(markdown: string): Exports {
  const exports = new Map<string, string>();
  let entry = "";
  let key: string | undefined;
  let isCode = false;
  for (const line of markdown.replaceAll("\r\n", "\n").split("\n")) {
    if (isCode && line !== "```") exports.set(key ?? "", `${exports.get(key ?? "") ?? ""}${line}\n`);
    else if (line.startsWith("```")) isCode = !isCode;
    const [, section, block, suffix = "", item] = (!isCode && HEADING.exec(line)) || [];
    if (section !== undefined) entry = section;
    if (block !== undefined) key = `${block} of ${entry}${suffix}`;
    if (item !== undefined) exports.set(`${item} of ${entry}`, "");
  }
  return exports;
}

const HEADING = /^(?:## `(.*)`|### `(.*)`(, not exported)?|- `(.*)`)$/;
