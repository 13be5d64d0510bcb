import { isJsonObject } from "../document/index.ts";
import { MANIFEST, sha256, type Target } from "../output/index.ts";
import type { WorkspaceDocument } from "../workspace.ts";
import { GENERATED_KINDS, type GeneratedKind } from "./channels.ts";

/** SHA-256 of every file that is generated from a document, by package and path. */
export type GeneratedOutputs = Readonly<Record<GeneratedKind, Readonly<Record<string, string>>>>;

/** The hashes of what a document becomes. Manifests are left out: they change with every byte of the document. */
export function outputsOf(targets: readonly Target[], { folders }: WorkspaceDocument): GeneratedOutputs {
  return outputsBy((kind) => {
    const files = targets.find(({ folder }) => folder === folders[kind])?.files ?? [];
    const sorted = files.filter(({ path }) => path !== MANIFEST).sort((a, b) => (a.path < b.path ? -1 : 1));
    return Object.fromEntries(sorted.map(({ path, text }) => [path, sha256(text)]));
  });
}

export function outputsBy(filesOf: (kind: GeneratedKind) => Readonly<Record<string, string>>): GeneratedOutputs {
  // The entries are those of `GENERATED_KINDS`.
  return Object.fromEntries(GENERATED_KINDS.map((kind) => [kind, filesOf(kind)])) as GeneratedOutputs;
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
