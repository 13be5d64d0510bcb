import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Document } from "../document/index.ts";
import type { SourceFile } from "../emit/index.ts";

export const MANIFEST = "manifest.json";

/** What was generated from what; beside the generated files, so that drift can tell a stale file from an edited one. */
interface Manifest {
  readonly document: { readonly file: string; readonly sha256: string };
  /** Versions of what shapes the output: another generator is another output. */
  readonly generator: Readonly<Record<string, string>>;
  /** SHA-256, hex, of every other file. */
  readonly files: Readonly<Record<string, string>>;
}

export function manifestFile(document: Document, files: readonly SourceFile[]): SourceFile {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const manifest: Manifest = {
    document: { file: document.origin, sha256: document.sha256 },
    generator: generatorVersions(),
    files: Object.fromEntries(sorted.map(({ path, text }) => [path, sha256(text)])),
  };
  return { path: MANIFEST, text: `${JSON.stringify(manifest, null, 2)}\n` };
}

/** The files of a manifest's text; none when there is no manifest, or not one of ours. */
export function manifestHashes(text: string | undefined): Readonly<Record<string, string>> {
  return parseManifest(text)?.files ?? {};
}

/** Other tools have files of that name, too: undefined for theirs. */
export function parseManifest(text: string | undefined): Manifest | undefined {
  try {
    const { document, generator, files } = JSON.parse(text ?? "") as Partial<Manifest>;
    return document && generator && files && { document, generator, files };
  } catch {
    return undefined;
  }
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function generatorVersions(): Record<string, string> {
  const { resolve } = createRequire(import.meta.url);
  // Read, not required: a release changes the first one while it runs, and Node would remember what it was.
  const version = (specifier: string): string =>
    (JSON.parse(readFileSync(resolve(specifier), "utf8")) as { version: string }).version;
  return {
    "@earmark/codegen": version("../../package.json"),
    "openapi-typescript": version("openapi-typescript/package.json"),
  };
}
