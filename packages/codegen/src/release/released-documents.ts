import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { bundledText } from "../document/index.ts";
import { type Target, writeTarget } from "../output/index.ts";
import type { WorkspaceDocument } from "../workspace.ts";

/**
 * What `openapi/released/` holds after a release: every document as one `NAME.yaml`. The next one is compared with it,
 * so it has to outlive later edits of the document and of the files that the document refers to.
 *
 * @throws {DocumentError} when a document cannot be read.
 */
export async function releasedDocuments(root: string, documents: readonly WorkspaceDocument[]): Promise<Target> {
  const files = await Promise.all(
    documents.map(async ({ name, path }) => ({ path: `${name}.yaml`, text: await bundledText(path) })),
  );
  return { folder: join(root, "openapi/released"), exclusive: false, files };
}

/** Writes released documents, removes those of documents that are gone, and returns the files that changed. */
export async function recordRelease(released: Target): Promise<readonly string[]> {
  const changed = [...(await writeTarget(released))];
  const current = new Set(released.files.map(({ path }) => path));
  for (const name of await readdir(released.folder)) {
    if (!name.endsWith(".yaml") || current.has(name)) continue;
    await rm(join(released.folder, name));
    changed.push(join(released.folder, name));
  }
  return changed.sort();
}
