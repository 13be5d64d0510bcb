import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { readText } from "./drift.ts";
import { MANIFEST, parseManifest } from "./manifest.ts";

/** A folder of generated files, and the document that it was generated from, which is gone. */
interface Orphan {
  readonly folder: string;
  readonly document: string;
}

/**
 * Generated folders of packages that no document feeds any more.
 *
 * @param origins the documents that there are, as manifests name them.
 */
export async function findOrphans(root: string, origins: readonly string[]): Promise<readonly Orphan[]> {
  const packages = join(root, "packages");
  const orphans: Orphan[] = [];
  for (const name of (await readdir(packages).catch(() => [])).sort()) {
    const folder = join(packages, name, "src", "generated");
    const document = parseManifest(await readText(join(folder, MANIFEST)).catch(() => undefined))?.document;
    if (document !== undefined && !origins.includes(document)) orphans.push({ folder, document });
  }
  return orphans;
}
