import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { bundledText, expectDocument, readDocument } from "@earmark/openapi";
import { editionOf } from "../generate.ts";
import { type Target, writeTarget } from "../output/target.ts";
import type { WorkspaceDocument } from "../workspace.ts";
import { formatOutputs, outputsOf } from "./generated-outputs.ts";
import { type CompileUsage, usageCompiler } from "./usage/compile-usage.ts";
import { recordUsage } from "./usage/usage-sample.ts";

/** Where a release records what it was generated from. */
export function releasedFolder(root: string): string {
  return join(root, "openapi/released");
}

/**
 * The records of a document there: the document as one file, the hashes of what was generated from it, and code that uses
 * all of that.
 */
export function releasedFiles(name: string): Readonly<Record<"document" | "outputs" | "usage", string>> {
  return { document: `${name}.yaml`, outputs: `${name}.generated.json`, usage: `${name}.usage.ts` };
}

/**
 * What `openapi/released/` holds after a release: the {@link releasedFiles} of every document. The next one is compared
 * with them, so they have to outlive later edits of the document, of the files that it refers to, and of the generator.
 *
 * @throws {DocumentError} when a document cannot be read.
 */
export async function releasedDocuments(
  root: string,
  documents: readonly WorkspaceDocument[],
  compile: CompileUsage = usageCompiler(),
): Promise<Target> {
  const files = await Promise.all(
    documents.map(async (document) => {
      const { name, path, origin } = document;
      const files = releasedFiles(name);
      const read = expectDocument(await readDocument(path, origin));
      const edition = await editionOf(read, document.folders);
      return [
        { path: files.document, text: await bundledText(path, read) },
        { path: files.outputs, text: formatOutputs(outputsOf(edition.targets(), document)) },
        { path: files.usage, text: recordUsage(edition, document, compile) },
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
    if (!/\.(yaml|generated\.json|usage\.ts)$/.test(name) || current.has(name)) continue;
    await rm(join(released.folder, name));
    changed.push(join(released.folder, name));
  }
  return changed.sort();
}
