import { readFileSync } from "node:fs";
import { type Document, type Filter, isJsonObject, type Json } from "@earmark/openapi";
import type { SourceFile } from "../emit/index.ts";
import { jsonObject } from "./files.ts";

export const MANIFEST = "manifest.json";

/**
 * What was generated from what, beside the generated files. It has their names and no hashes: two branches that edit
 * one document change the same files in different places, and would change the same lines of a manifest with hashes.
 */
interface Manifest {
  /** The document, as the root of the workspace sees it. */
  readonly document: string;
  /** Overlays that were applied to it, in this order: paths from its folder. Left out where there are none. */
  readonly overlays?: readonly string[];
  /** What has left only a part of it; left out where that is all of it. */
  readonly filter?: Filter;
  /** Versions of what shapes the output: another generator is another output. */
  readonly generator: Readonly<Record<string, string>>;
  /** Names of every other file, sorted. */
  readonly files: readonly string[];
}

export function manifestFile(document: Document, files: readonly SourceFile[]): SourceFile {
  const manifest: Manifest = {
    document: document.origin,
    ...(document.overlays.length > 0 && { overlays: document.overlays }),
    ...(document.filter !== undefined && { filter: document.filter }),
    generator: { codegen: generatorVersion() },
    files: files.map(({ path }) => path).sort(),
  };
  return { path: MANIFEST, text: `${JSON.stringify(manifest, null, 2)}\n` };
}

/** The files that a manifest's text lists; none when there is no manifest, or not one of ours. */
export function recordedFiles(text: string | undefined): ReadonlySet<string> {
  return new Set(parseManifest(text)?.files);
}

/**
 * Other tools have files of that name, too: undefined for theirs. Of one that git could not merge, both sides count:
 * it is ours still, and the next run writes it anew.
 */
export function parseManifest(text: string | undefined): Manifest | undefined {
  const sides = sidesOf(text ?? "").map(parse);
  const [first] = sides;
  if (first === undefined || sides.includes(undefined)) return undefined;
  return { ...first, files: sides.flatMap((side) => side?.files ?? []) };
}

function parse(text: string): Manifest | undefined {
  const { document, overlays, filter, generator, files } = jsonObject(text) ?? {};
  // Manifests of versions up to 0.1 had hashes: of the document beside its name, and of the files by theirs.
  const origin = isJsonObject(document) ? document.file : document;
  const names = isJsonObject(files) ? Object.keys(files) : files;
  if (typeof origin !== "string" || !isJsonObject(generator) || !Array.isArray(names)) return undefined;
  return {
    document: origin,
    ...(Array.isArray(overlays) && { overlays: strings(overlays) }),
    ...(isJsonObject(filter) && {
      filter: {
        include: strings(filter.include),
        exclude: strings(filter.exclude),
        keepUnused: filter.keepUnused === true,
      },
    }),
    generator: generator as Manifest["generator"], // whose values are not read
    files: strings(names),
  };
}

function strings(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** The version of this package. Read, not required: a release changes it while it runs, and Node would remember it. */
export function generatorVersion(): string {
  return JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")).version;
}

/** Whether git has left a conflict in a file, for a person to resolve. */
export function hasConflict(text: string): boolean {
  return /^<{7}( |\r?$)/m.test(text);
}

/** A file with a conflict as each side has it; any other as it is. */
export function sidesOf(text: string): readonly string[] {
  if (!hasConflict(text)) return [text];
  const conflict = /^<{7}.*\n([\s\S]*?)(?:^\|{7}.*\n[\s\S]*?)?^={7}\r?\n([\s\S]*?)^>{7}.*\n?/gm;
  return [text.replace(conflict, "$1"), text.replace(conflict, "$2")];
}
