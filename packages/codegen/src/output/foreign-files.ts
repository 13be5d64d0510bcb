import { join } from "node:path";
import { BANNER } from "../emit/index.ts";
import { sidesOf } from "./conflict.ts";
import { isSameText, readText } from "./drift.ts";
import { MANIFEST, parseManifest } from "./manifest.ts";
import type { Target } from "./target.ts";

/** Files in the places of generated ones that have not our first line, nor, of JSON, the form of ours. */
export async function foreignFiles({ folder, files }: Target): Promise<readonly string[]> {
  const foreign: string[] = [];
  for (const { path, text } of files) {
    const found = await readText(join(folder, path));
    if (found === undefined || isSameText(found, text) || sidesOf(found).every((side) => side.startsWith(BANNER)))
      continue;
    if (path === MANIFEST && parseManifest(found) !== undefined) continue;
    foreign.push(join(folder, path));
  }
  return foreign;
}
