import { readdir, rm } from "node:fs/promises";
import { join, sep } from "node:path";
import { bannerOf, type SourceFile } from "../emit/index.ts";
import { isSameText, pathBetween, readText } from "./files.ts";
import { MANIFEST, parseManifest, recordedFiles, sidesOf } from "./manifest.ts";
import { isInUse, mayBecome, type NewContent, replaceFiles, stagedFor, whileInUse } from "./staged-file.ts";

/** A folder and everything that is generated into it, its manifest included. */
export interface Target {
  readonly folder: string;
  /** Whether the folder is for generated files only. In any other, a file of any name may be of other origin. */
  readonly exclusive: boolean;
  readonly files: readonly SourceFile[];
}

/** Paths of the files that are generated into a folder, from there. */
export function pathsIn(folder: string, targets: readonly Target[]): ReadonlySet<string> {
  return new Set(targets.find((target) => target.folder === folder)?.files.map(({ path }) => path));
}

/**
 * Brings a target's folder to what was generated, and returns the files that changed.
 *
 * Everything is written beside its place first and moved there at the end, the manifest last: an interrupted run
 * leaves whole files, and a manifest that never claims more than is there.
 */
export async function writeTarget(target: Target): Promise<readonly string[]> {
  const recorded = recordedFiles(await readText(join(target.folder, MANIFEST)));
  const changed: NewContent[] = [];
  for (const { path, text } of target.files) {
    const file = join(target.folder, path);
    if (!isSameText(await readText(file), text)) changed.push({ path: file, content: text });
  }
  await replaceFiles(changed);
  const removed = (await leftOvers(target, recorded)).map((path) => join(target.folder, path));
  for (const file of removed) await whileInUse(() => rm(file));
  return [...changed.map(({ path }) => path), ...removed];
}

/** How a file on disk differs from what would be generated. */
export interface Drift {
  readonly path: string;
  readonly kind: "missing" | "different" | "extra";
}

/** Everything in a target's folder that is not as it would be generated, sorted by path. Line ends do not count. */
export async function findDrift(target: Target): Promise<readonly Drift[]> {
  const recorded = recordedFiles(await readText(join(target.folder, MANIFEST)));
  const drift: Drift[] = [];
  for (const { path, text } of target.files) {
    const file = join(target.folder, path);
    const found = await readText(file);
    if (!isSameText(found, text)) drift.push({ path: file, kind: found === undefined ? "missing" : "different" });
  }
  for (const path of await leftOvers(target, recorded)) drift.push({ path: join(target.folder, path), kind: "extra" });
  return drift.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * Generated files of earlier runs that are not generated any more: what the folder's own manifest lists. In a folder for
 * generated files only, other files named `*.gen.*` included; any other may hold folders with a manifest of their own.
 * Neither a name nor a manifest proves that a file is ours, which may be deleted: its first line does.
 */
async function leftOvers(target: Target, recorded: ReadonlySet<string>): Promise<readonly string[]> {
  const current = new Map(target.files.map(({ path, text }) => [path, text]));
  const isGenerated = (path: string): boolean =>
    (target.exclusive && /\.gen\.[^/]*$/.test(path)) || recorded.has(path) || current.has(path);
  const present = await readdir(target.folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const others = present
    .filter((entry) => entry.isFile() && !entry.parentPath.includes(`${sep}node_modules`))
    .map((entry) => pathBetween(target.folder, join(entry.parentPath, entry.name)))
    .filter((path) => !current.has(path));
  const found: string[] = [];
  for (const path of others.sort()) {
    const [file, staged] = [join(target.folder, path), stagedFor(path)];
    if (!isGenerated(staged?.intended ?? path)) continue;
    if (staged !== undefined && (await isInUse(file, staged.pid))) continue;
    const text = (await readText(file)) ?? "";
    const isOurs =
      staged === undefined
        ? text.startsWith(bannerOf(path))
        : mayBecome(current.get(staged.intended), staged.intended, text);
    if (isOurs) found.push(path);
  }
  return found;
}

/** Files in the places of generated ones that have not our first line, nor, of JSON, the form of ours. */
export async function foreignFiles({ folder, files }: Target): Promise<readonly string[]> {
  const foreign: string[] = [];
  for (const { path, text } of files) {
    const found = await readText(join(folder, path));
    if (found === undefined || isSameText(found, text) || hasBanner(path, found)) continue;
    if (path === MANIFEST && parseManifest(found) !== undefined) continue;
    foreign.push(join(folder, path));
  }
  return foreign;
}

/** Whether a file has our first line, on both sides of a conflict. */
export async function isOurs(path: string): Promise<boolean> {
  return hasBanner(path, (await readText(path)) ?? "");
}

function hasBanner(path: string, text: string): boolean {
  return sidesOf(text).every((side) => side.startsWith(bannerOf(path)));
}

/** A folder of generated files that is not generated any more, and the document that it was generated from. */
interface Orphan {
  readonly folder: string;
  readonly document: string;
}

/**
 * Folders with a manifest of ours in the packages of a workspace that are none of those that are generated: their document
 * is gone, or goes elsewhere.
 *
 * @param packages Absolute paths.
 * @param current The folders that are generated.
 */
export async function findOrphans(packages: readonly string[], current: readonly string[]): Promise<readonly Orphan[]> {
  const orphans: Orphan[] = [];
  for (const owner of packages) {
    const generated = join(owner, "src", "generated");
    const below = await readdir(generated, { withFileTypes: true }).catch(() => []);
    const folders = [generated, ...below.filter((one) => one.isDirectory()).map(({ name }) => join(generated, name))];
    for (const folder of folders.filter((one) => !current.includes(one))) {
      const document = parseManifest(await readText(join(folder, MANIFEST)).catch(() => undefined))?.document;
      if (document !== undefined) orphans.push({ folder, document });
    }
  }
  return orphans;
}
