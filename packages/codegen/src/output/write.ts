import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isSameText, leftOvers, readText } from "./drift.ts";
import { MANIFEST, recordedFiles } from "./manifest.ts";
import { stagedPath, whileInUse } from "./staged-file.ts";
import type { Target } from "./target.ts";

/**
 * Brings a target's folder to what was generated, and returns the files that changed.
 *
 * Everything is written beside its place first and moved there at the end, the manifest last: an interrupted run
 * leaves whole files, and a manifest that never claims more than is there.
 */
export async function writeTarget(target: Target): Promise<readonly string[]> {
  const recorded = recordedFiles(await readText(join(target.folder, MANIFEST)));
  const staged: { readonly from: string; readonly to: string }[] = [];
  try {
    for (const { path, text } of target.files) {
      const to = join(target.folder, path);
      if (isSameText(await readText(to), text)) continue;
      const from = stagedPath(to);
      await mkdir(dirname(to), { recursive: true });
      staged.push({ from, to });
      await writeFile(from, text);
    }
    for (const { from, to } of staged) await whileInUse(() => rename(from, to));
  } catch (error) {
    for (const { from } of staged) await rm(from, { force: true });
    throw error;
  }
  const removed = (await leftOvers(target, recorded)).map((path) => join(target.folder, path));
  for (const file of removed) await whileInUse(() => rm(file));
  return [...staged.map(({ to }) => to), ...removed];
}
