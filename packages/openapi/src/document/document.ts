import { readFile } from "node:fs/promises";
import { dump } from "js-yaml";
import type { HasPlaces, Place } from "../diagnostics/diagnostic.ts";
import type { JsonObject } from "../json/json.ts";
import type { OpenApiVersion } from "../schema/schema.ts";

/** Which operations of a document are kept, by entries such as `tag:Orders`, `GET /orders/**` or `listOrders`. */
export interface Filter {
  /** What is kept; empty for everything. */
  readonly include: readonly string[];
  /** What of that is left out. */
  readonly exclude: readonly string[];
  /** Whether schemas that no kept operation uses are kept. */
  readonly keepUnused: boolean;
}

/** A parsed OpenAPI document, bundled into one object. */
export interface Document {
  /** Path of the root file, as the user would write it. */
  readonly file: string;
  /** What generated files call it; does not depend on where the generator was started. */
  readonly origin: string;
  /** `annotation` for `openapi/annotation.yaml`: generated packages and clients are called after it. */
  readonly name: string;
  /** Of OpenAPI 3.1: what is older has been upgraded. */
  readonly root: JsonObject;
  /** What its author wrote: the same, unless that is of an older version. */
  readonly written: WrittenDocument;
  /** Other files that the document refers to: absolute paths, sorted. */
  readonly parts: readonly string[];
  /** Overlays that have been applied to it, in this order: paths from its folder, with forward slashes. */
  readonly overlays: readonly string[];
  /** What has left only a part of it; undefined for all of it. */
  readonly filter: Filter | undefined;
  /** SHA-256, hex, over all files that the document consists of, and its filter. */
  readonly sha256: string;
  /** Where a JSON Pointer into the bundled document, such as `#/paths/~1v1/get`, leads to in the files. */
  placeOf(pointer: string): Place;
  /** What it is as the author wrote it: another pointer where the document has been upgraded. */
  asWritten?(pointer: string): string;
}

/** A bundled document as its author wrote it. */
export interface WrittenDocument extends HasPlaces {
  readonly version: OpenApiVersion | "2.0";
  readonly root: JsonObject;
}

/** The version that a document is read as, 3.2 as 3.1; undefined for one that is not read. */
export function versionOf({ openapi: version, swagger }: JsonObject): OpenApiVersion | "2.0" | undefined {
  if (version === undefined && (swagger === 2 || /^2\.0(\.|$)/.test(String(swagger)))) return "2.0";
  // Without quotation marks, `3.0` is a number, and 3 as such; what is meant is clear.
  if (version === 3 || /^3\.0(\.|$)/.test(String(version))) return "3.0";
  return /^3\.[12](\.|$)/.test(String(version)) ? "3.1" : undefined;
}

/**
 * A document as one YAML text that means the same wherever it is put: the file itself, comments included and with its
 * lines ended by `\n`, when it is YAML, refers to no other file, and has neither overlays nor a filter, otherwise the YAML of everything that it consists of.
 *
 * @param path Of its file.
 */
export async function bundledText(path: string, { root, parts, overlays, filter }: Document): Promise<string> {
  const isWhole = parts.length === 0 && overlays.length === 0 && filter === undefined;
  if (isWhole && !path.endsWith(".json")) return (await readFile(path, "utf8")).replaceAll("\r\n", "\n");
  return documentYaml({ root });
}

/** A document in one YAML text, as it has been read: bundled, and upgraded where it is of an older version. */
export function documentYaml({ root }: Pick<Document, "root">): string {
  return dump(root, { noRefs: true, lineWidth: -1 });
}
