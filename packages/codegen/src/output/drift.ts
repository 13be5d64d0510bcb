import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { BANNER } from "../emit/index.ts";
import { UsageError } from "../workspace.ts";
import { MANIFEST, recordedFiles } from "./manifest.ts";
import { isInUse, mayBecome, stagedFor } from "./staged-file.ts";
import type { Target } from "./target.ts";

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
 * generated files only, whatever is named `*.gen.*` besides; any other may hold folders with a manifest of their own.
 * Neither a name nor a manifest proves that a file is ours, which may be deleted: its first line does.
 */
export async function leftOvers(target: Target, recorded: ReadonlySet<string>): Promise<readonly string[]> {
  const current = new Map(target.files.map(({ path, text }) => [path, text]));
  const isGenerated = (path: string): boolean =>
    (target.exclusive && /\.gen\.[^/]*$/.test(path)) || recorded.has(path) || current.has(path);
  const present = await readdir(target.folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const others = present
    .filter((entry) => entry.isFile() && !entry.parentPath.includes(`${sep}node_modules`))
    .map((entry) => relative(target.folder, join(entry.parentPath, entry.name)).replaceAll(sep, "/"))
    .filter((path) => !current.has(path));
  const found: string[] = [];
  for (const path of others.sort()) {
    const [file, staged] = [join(target.folder, path), stagedFor(path)];
    if (!isGenerated(staged?.intended ?? path)) continue;
    if (staged !== undefined && (await isInUse(file, staged.pid))) continue;
    const text = (await readText(file)) ?? "";
    const isOurs =
      staged === undefined ? text.startsWith(BANNER) : mayBecome(current.get(staged.intended) ?? BANNER, text);
    if (isOurs) found.push(path);
  }
  return found;
}

/** Whether a file says what it should, however its lines end: git may have changed that. */
export function isSameText(found: string | undefined, text: string): boolean {
  return found === text || found?.replaceAll("\r\n", "\n") === text;
}

export async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return undefined;
    // Node does not say of what.
    if (code === "EISDIR") throw new UsageError(`${file}: expected a file, found a folder; remove it`);
    throw error;
  }
}
