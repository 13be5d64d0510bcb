import { createHash } from "node:crypto";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { bundledText, expectDocument, isJsonObject } from "@earmark/openapi";
import type { SourceFile } from "../emit/index.ts";
import { editionOf } from "../generate.ts";
import { readWorkspaceDocument, type WorkspaceDocument } from "../workspace/documents.ts";
import { jsonObject } from "../workspace/files.ts";
import type { Output } from "../workspace/layout.ts";
import { MANIFEST } from "../workspace/manifest.ts";
import { type Target, writeTarget } from "../workspace/target.ts";
import { type CompileUsage, usageCompiler } from "./usage/compile-usage.ts";
import { recordUsage } from "./usage/usage-sample.ts";

/** SHA-256 of every file that is generated from a document, by output and path. */
export type GeneratedOutputs = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The hashes of what a document becomes. */
export function outputsOf(targets: readonly Target[], { outputs }: WorkspaceDocument): GeneratedOutputs {
  return hashesOf(outputs, (output) => targets.find(({ folder }) => folder === output.folder)?.files ?? []);
}

/**
 * The hashes of generated files, however their lines end. Manifests are left out: they name the version of the
 * generator, which makes no difference by itself.
 */
export function hashesOf(
  outputs: readonly Output[],
  filesOf: (output: Output) => readonly SourceFile[],
): GeneratedOutputs {
  const hashes = outputs.map((output) => {
    const sorted = filesOf(output)
      .filter(({ path }) => path !== MANIFEST)
      .sort((a, b) => (a.path < b.path ? -1 : 1));
    return [output.id, Object.fromEntries(sorted.map(({ path, text }) => [path, sha256(text)]))] as const;
  });
  return Object.fromEntries(hashes);
}

function sha256(text: string): string {
  return createHash("sha256").update(text.replaceAll("\r\n", "\n")).digest("hex");
}

/** Ids of the outputs whose files are not the same any more. */
export function changedOutputs(before: GeneratedOutputs, after: GeneratedOutputs): readonly string[] {
  return Object.keys(after).filter((id) => {
    const [old, now] = [before[id] ?? {}, after[id] ?? {}];
    return Object.keys({ ...old, ...now }).some((path) => old[path] !== now[path]);
  });
}

function formatOutputs(outputs: GeneratedOutputs): string {
  return `${JSON.stringify(outputs, null, 2)}\n`;
}

/** Outputs from the text that {@link formatOutputs} gives; undefined for any other. */
export function parseOutputs(text: string): GeneratedOutputs | undefined {
  const parsed = jsonObject(text);
  const isOurs = parsed !== undefined && Object.values(parsed).every(isJsonObject);
  // What stands below each of them is as it was written.
  return isOurs ? (parsed as unknown as GeneratedOutputs) : undefined;
}

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
      const { name, path } = document;
      const files = releasedFiles(name);
      const read = expectDocument(await readWorkspaceDocument(document));
      const edition = await editionOf(read, document);
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
