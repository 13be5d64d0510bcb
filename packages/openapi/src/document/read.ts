import { createHash } from "node:crypto";
import { basename } from "node:path";
import { type Diagnostic, diagnose, diagnoseFile, inOrder, type Place } from "../diagnostics/diagnostic.ts";
import { DocumentError } from "../diagnostics/document-error.ts";
import { isJsonObject } from "../json/json.ts";
import { upgrade30 } from "../versions/openapi-3.0.ts";
import { upgradeSwagger } from "../versions/swagger.ts";
import type { Bundle, Unbundled } from "./bundle.ts";
import { type Document, versionOf } from "./document.ts";
import { DISK, type Files, type Source } from "./files.ts";
import { is32, novelties } from "./openapi-3.2.ts";
import { type Expected, readSource } from "./read-source.ts";
import { brokenReferences, otherFiles } from "./references.ts";

/** A document as far as it could be read, and what is to be said about it. */
export interface Reading {
  /** Undefined where there is nothing to go on with; a diagnostic says why. */
  readonly document: Document | undefined;
  /**
   * In the order of files, lines and columns, and behind them how a document of an older version has been understood.
   * `error`: nothing can be generated from the document as it is.
   */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads an OpenAPI document, follows references to other files, and bundles it into one object. What is wrong with it is
 * said by diagnostics, all at once: a file that is missing or cannot be parsed, a version that is not read, references
 * that lead nowhere.
 *
 * @param origin What generated files call the document.
 * @default origin The name of the file.
 * @param files Where it is read from, and the files that it refers to.
 * @default files The disk.
 */
export async function readDocument(
  path: string,
  origin: string = basename(path),
  files: Files = DISK,
): Promise<Reading> {
  const { source, diagnostics } = await readSource(path, EXPECTED_DOCUMENT, files);
  if (source === undefined) return { document: undefined, diagnostics };
  const version = versionOf(source.root);
  if (version === undefined) return { document: undefined, diagnostics: [wrongVersion(source)] };
  const { root, ...content } = otherFiles(source.root).length === 0 ? oneFile(source) : await severalFiles(path, files);
  const found = inOrder(content.diagnostics);
  if (!("placeOf" in content)) return { document: undefined, diagnostics: found };
  if (!isJsonObject(root)) {
    const wrong = diagnoseFile("structure", source, "the document is not an object");
    return { document: undefined, diagnostics: [wrong, ...found] };
  }
  const refused = is32(source.root) ? novelties(root) : [];
  if (refused.length > 0) {
    const { placeOf } = content;
    const reasons = refused.map(({ pointer, message }) => diagnose("version", { placeOf }, pointer, message));
    return { document: undefined, diagnostics: inOrder([...found, ...reasons]) };
  }
  const name = basename(path).replace(/\.[^.]*$/, "");
  const { texts, parts, placeOf } = content;
  const read = { file: source.file, origin, name, parts, overlays: [], filter: undefined, sha256: hash(texts) };
  const written = { version, root, placeOf };
  if (version === "3.1") return { document: { ...read, written, root, placeOf }, diagnostics: found };
  const {
    root: upgraded,
    asWritten,
    diagnostics: understood,
  } = (version === "2.0" ? upgradeSwagger : upgrade30)(root, content);
  const places = { placeOf: (pointer: string): Place => placeOf(asWritten(pointer)), asWritten };
  return {
    document: { ...read, written, root: upgraded, ...places },
    diagnostics: [...found, ...understood],
  };
}

/**
 * The document of a reading, for a command that cannot go on without one that is right.
 *
 * @throws {DocumentError} with the errors of the reading, if there are any.
 */
export function expectDocument({ document, diagnostics }: Reading): Document {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (document === undefined || errors.length > 0) throw new DocumentError(errors);
  return document;
}

/** What a document is expected to be, for those who pass something else. */
export const EXPECTED_DOCUMENT: Expected = {
  file: "pass the path of an OpenAPI document",
  root: 'an object with `openapi: 3.0.x`, `openapi: 3.1.x` or `swagger: "2.0"` at its root',
};

/** Without other files there is nothing to bundle, and the bundler need not be loaded. */
function oneFile(source: Source): Bundle {
  const { root, text, placeOf } = source;
  const diagnostics = brokenReferences(root).map(({ pointer, message, harmless }) =>
    diagnose("reference", source, pointer, message, harmless ? { severity: "warning" } : {}),
  );
  return { root, texts: [text], parts: [], diagnostics, placeOf };
}

async function severalFiles(path: string, files: Files): Promise<Bundle | Unbundled> {
  const { bundleFiles } = await import("./bundle.ts");
  return bundleFiles(path, files);
}

/** What is to be said about a file that is no document of a version that is read; undefined for one that is. */
export function versionProblem(source: Source): Diagnostic | undefined {
  return versionOf(source.root) === undefined ? wrongVersion(source) : undefined;
}

function wrongVersion({ root: { openapi, swagger, paths }, file }: Source): Diagnostic {
  const expected = '`openapi: 3.0.x`, `openapi: 3.1.x` or `swagger: "2.0"`';
  const received =
    swagger === undefined ? `openapi: ${JSON.stringify(openapi) ?? "nothing"}` : `swagger: ${JSON.stringify(swagger)}`;
  const advice = [openapi, swagger, paths].every((value) => value === undefined)
    ? "a file of shared schemas is no API, so name a document that refers to it"
    : "convert the document first";
  return diagnoseFile("version", { file }, `expected ${expected}, received \`${received}\`; ${advice}`, {
    expected,
    received,
  });
}

/** Changes whenever any of the files changes, and only then. The root comes first. */
function hash(texts: readonly string[]): string {
  return createHash("sha256").update(texts.join("\0")).digest("hex");
}
