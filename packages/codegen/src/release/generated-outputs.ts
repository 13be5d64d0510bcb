import { createHash } from "node:crypto";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { bundledText, expectDocument, isJsonObject, readOverlaid } from "@earmark/openapi";
import type { SourceFile } from "../emit/index.ts";
import { editionOf } from "../generate.ts";
import { jsonObject, type WorkspaceDocument } from "../workspace/documents.ts";
import { GENERATED_KINDS, type GeneratedKind } from "../workspace/generated-packages.ts";
import { MANIFEST } from "../workspace/manifest.ts";
import { type Target, writeTarget } from "../workspace/target.ts";
import { type CompileUsage, usageCompiler } from "./usage/compile-usage.ts";
import { recordUsage } from "./usage/usage-sample.ts";

/** SHA-256 of every file that is generated from a document, by package and path. */
export type GeneratedOutputs = Readonly<Record<GeneratedKind, Readonly<Record<string, string>>>>;

/** The hashes of what a document becomes. */
export function outputsOf(targets: readonly Target[], { folders }: WorkspaceDocument): GeneratedOutputs {
  return hashesOf((kind) => targets.find(({ folder }) => folder === folders[kind])?.files ?? []);
}

/**
 * The hashes of generated files, however their lines end. Manifests are left out: they name the version of the
 * generator, which makes no difference by itself.
 */
export function hashesOf(filesOf: (kind: GeneratedKind) => readonly SourceFile[]): GeneratedOutputs {
  const hashes = GENERATED_KINDS.map((kind) => {
    const sorted = filesOf(kind)
      .filter(({ path }) => path !== MANIFEST)
      .sort((a, b) => (a.path < b.path ? -1 : 1));
    return [kind, Object.fromEntries(sorted.map(({ path, text }) => [path, sha256(text)]))];
  });
  // The entries are those of `GENERATED_KINDS`.
  return Object.fromEntries(hashes) as GeneratedOutputs;
}

function sha256(text: string): string {
  return createHash("sha256").update(text.replaceAll("\r\n", "\n")).digest("hex");
}

/** The packages whose files are not the same any more. */
export function changedOutputs(before: GeneratedOutputs, after: GeneratedOutputs): readonly GeneratedKind[] {
  return GENERATED_KINDS.filter((kind) => {
    const [old, now] = [before[kind], after[kind]];
    return Object.keys({ ...old, ...now }).some((path) => old[path] !== now[path]);
  });
}

function formatOutputs(outputs: GeneratedOutputs): string {
  return `${JSON.stringify(outputs, null, 2)}\n`;
}

/** Outputs from the text that {@link formatOutputs} gives; undefined for any other. */
export function parseOutputs(text: string): GeneratedOutputs | undefined {
  const parsed = jsonObject(text);
  const isOurs = GENERATED_KINDS.every((kind) => isJsonObject(parsed?.[kind]));
  // What stands below each kind is as it was written.
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
      const { name, path, origin, overlays } = document;
      const files = releasedFiles(name);
      const read = expectDocument(await readOverlaid(path, overlays, origin));
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
