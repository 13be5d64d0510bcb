import { join } from "node:path";
import { BANNER } from "../emit/index.ts";
import { readText } from "./drift.ts";
import { MANIFEST, manifestHashes, parseManifest } from "./manifest.ts";
import type { Target } from "./target.ts";

/** Files in the places of generated ones that are somebody else's: no manifest of ours lists them, and no banner does. */
export async function foreignFiles({ folder, files }: Target): Promise<readonly string[]> {
  const manifest = await readText(join(folder, MANIFEST));
  const recorded = manifestHashes(manifest);
  const foreign: string[] = [];
  for (const { path, text } of files) {
    const found = await readText(join(folder, path));
    if (found === undefined || found === text || Object.hasOwn(recorded, path) || found.startsWith(BANNER)) continue;
    if (path === MANIFEST && parseManifest(found) !== undefined) continue;
    foreign.push(join(folder, path));
  }
  return foreign;
}
