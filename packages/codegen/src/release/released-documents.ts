import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { bundledText, readDocument } from "../document/index.ts";
import { type Target, writeTarget } from "../output/index.ts";
import type { WorkspaceDocument } from "../workspace.ts";
import { formatOutputs, generatedOutputs } from "./generated-outputs.ts";

/** Where a release records what it was generated from. */
export function releasedFolder(root: string): string {
  return join(root, "openapi/released");
}

/** The two records of a document there: the document as one file, and the hashes of what was generated from it. */
export function releasedFiles(name: string): { readonly document: string; readonly outputs: string } {
  return { document: `${name}.yaml`, outputs: `${name}.generated.json` };
}

/**
 * What `openapi/released/` holds after a release: every document as one `NAME.yaml`, and `NAME.generated.json`. The next
 * one is compared with it, so it has to outlive later edits of the document and of the files that the document refers to.
 *
 * @throws {DocumentError} when a document cannot be read.
 */
export async function releasedDocuments(root: string, documents: readonly WorkspaceDocument[]): Promise<Target> {
  const files = await Promise.all(
    documents.map(async (document) => {
      const { name, path, origin } = document;
      const files = releasedFiles(name);
      const outputs = await generatedOutputs(await readDocument(path, origin), document);
      return [
        { path: files.document, text: await bundledText(path) },
        { path: files.outputs, text: formatOutputs(outputs) },
      ];
    }),
  );
  return { folder: releasedFolder(root), exclusive: false, files: files.flat() };
}

/** Writes released documents, removes those of documents that are gone, and returns the files that changed. */
export async function recordRelease(released: Target): Promise<readonly string[]> {
  const changed = [...(await writeTarget(released))];
  const current = new Set(released.files.map(({ path }) => path));
  for (const name of await readdir(released.folder)) {
    if (!/\.(yaml|generated\.json)$/.test(name) || current.has(name)) continue;
    await rm(join(released.folder, name));
    changed.push(join(released.folder, name));
  }
  return changed.sort();
}
