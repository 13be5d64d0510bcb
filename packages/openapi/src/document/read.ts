import { createHash } from "node:crypto";
import { basename } from "node:path";
import { type Diagnostic, DocumentError, diagnose, diagnoseFile, type Place } from "../diagnostics/diagnostic.ts";
import { isJsonObject, type JsonObject } from "../json/json.ts";
import type { Document } from "./document.ts";
import { DISK, type Files } from "./files.ts";
import { type Expected, readSource, type Source } from "./read-source.ts";
import { brokenReferences, isSelfContained } from "./references.ts";

/**
 * Reads an OpenAPI document, resolves references to other files, and bundles it into one object.
 *
 * @param origin What generated files call the document.
 * @param files Where it is read from, and the files that it refers to.
 * @default files The disk.
 *
 * @throws {DocumentError} when the file cannot be read, is not OpenAPI 3.0 or 3.1, or has a dangling reference.
 */
export async function readDocument(
  path: string,
  origin: string = basename(path),
  files: Files = DISK,
): Promise<Document> {
  const opened = await openDocument(path, files);
  const { root, texts, parts, warnings, placeOf } = isSelfContained(opened.root)
    ? oneFile(opened)
    : await severalFiles(path, opened.file, files);
  return {
    file: opened.file,
    origin,
    name: basename(path).replace(/\.[^.]*$/, ""),
    version: opened.version,
    root,
    parts,
    warnings,
    sha256: hash(texts),
    placeOf,
  };
}

/** A document of which nothing is known but that it parses, and its version. */
interface Opened extends Source {
  readonly version: Document["version"];
}

/** What a document is expected to be, for those who pass something else. */
const EXPECTED: Expected = {
  file: "pass the path of an OpenAPI document",
  root: "an object with `openapi: 3.0.x` or `openapi: 3.1.x` at its root",
};

/** @throws {DocumentError} when the file cannot be read, or is not OpenAPI 3.0 or 3.1. */
export async function openDocument(path: string, files: Files = DISK): Promise<Opened> {
  const source = await readSource(path, EXPECTED, files);
  return { ...source, version: openApiVersion(source.root, source.file) };
}

/** All that the document consists of, and where its parts come from. */
interface Content {
  readonly root: JsonObject;
  /** Of all files, the root first. */
  readonly texts: readonly string[];
  /** Absolute paths of the other files. */
  readonly parts: readonly string[];
  readonly warnings: readonly Diagnostic[];
  placeOf(pointer: string): Place;
}

/** Without other files there is nothing to bundle, and the bundler need not be loaded. */
function oneFile({ text, root, placeOf }: Opened): Content {
  const broken = brokenReferences(root).map(({ pointer, message, harmless }) =>
    diagnose("reference", { placeOf }, pointer, message, harmless ? { severity: "warning" } : {}),
  );
  const errors = broken.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new DocumentError(errors);
  return { root, texts: [text], parts: [], warnings: broken, placeOf };
}

async function severalFiles(path: string, file: string, files: Files): Promise<Content> {
  const { bundleFiles } = await import("./bundle.ts");
  const { root, ...others } = await bundleFiles(path, files);
  if (!isJsonObject(root))
    throw new DocumentError([diagnoseFile("structure", { file }, "the document is not an object")]);
  return { root, ...others };
}

function openApiVersion(root: JsonObject, file: string): Document["version"] {
  const version = root.openapi;
  // Without quotation marks, `3.0` is a number, and 3 as such; what is meant is clear.
  if (version === 3 || /^3\.0(\.|$)/.test(String(version))) return "3.0";
  if (/^3\.1(\.|$)/.test(String(version))) return "3.1";
  const received =
    root.swagger === undefined
      ? `openapi: ${JSON.stringify(version) ?? "nothing"}`
      : `swagger: ${JSON.stringify(root.swagger)}`;
  const advice = [version, root.swagger, root.paths].every((value) => value === undefined)
    ? "a file of shared schemas is no API, so name a document that refers to it"
    : "convert the document first";
  throw new DocumentError([
    diagnoseFile(
      "version",
      { file },
      `expected \`openapi: 3.0.x\` or \`openapi: 3.1.x\`, received \`${received}\`; ${advice}`,
    ),
  ]);
}

/** Changes whenever any of the files changes, and only then. The root comes first. */
function hash(texts: readonly string[]): string {
  return createHash("sha256").update(texts.join("\0")).digest("hex");
}
