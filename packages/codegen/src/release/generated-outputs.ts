import { createHash } from "node:crypto";
import { isJsonObject } from "@earmark/openapi";
import type { SourceFile } from "../emit/index.ts";
import { MANIFEST } from "../output/manifest.ts";
import type { Target } from "../output/target.ts";
import type { WorkspaceDocument } from "../workspace.ts";
import { GENERATED_KINDS, type GeneratedKind } from "./channels.ts";

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

export function formatOutputs(outputs: GeneratedOutputs): string {
  return `${JSON.stringify(outputs, null, 2)}\n`;
}

/** Outputs from the text that {@link formatOutputs} gives; undefined for any other. */
export function parseOutputs(text: string): GeneratedOutputs | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    if (!isJsonObject(parsed) || !GENERATED_KINDS.every((kind) => isJsonObject(parsed[kind]))) return undefined;
    return parsed as unknown as GeneratedOutputs;
  } catch {
    return undefined;
  }
}
