import { dirname, resolve } from "node:path";
import { bundle, type NormalizedProblem, type Document as RedoclyDocument } from "@redocly/openapi-core";
import { type Diagnostic, DocumentError, diagnoseFile, type Place } from "../diagnostics/diagnostic.ts";
import { isJsonObject, type Json } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import type { Files } from "./files.ts";
import { LocalResolver } from "./local-resolver.ts";
import { Places } from "./places.ts";
import { Positions } from "./position.ts";
import { fromRedocly, readingConfig } from "./redocly.ts";
import { resolve as resolveWithin, visitReferences } from "./references.ts";

/** Several files as one object. */
interface Bundle {
  readonly root: Json;
  /** Of all files, the root first. */
  readonly texts: readonly string[];
  /** Absolute paths of the other files, sorted. */
  readonly parts: readonly string[];
  /** What is wrong with it, although it can be read. */
  readonly warnings: readonly Diagnostic[];
  /** Where something in the bundle comes from. */
  placeOf(pointer: string): Place;
}

/**
 * Puts the parts of other files that a document refers to into the document itself.
 *
 * @throws {DocumentError} at every reference that cannot be followed.
 */
export async function bundleFiles(path: string, files: Files): Promise<Bundle> {
  const resolver = new LocalResolver(files);
  const config = await readingConfig();
  const { bundle: bundled, problems } = await bundle({
    ref: resolve(path),
    config,
    externalRefResolver: resolver,
  }).catch(async (reason: unknown) => {
    // At a circle of references the bundler gives up without saying where.
    const circle = circleAmong(await resolver.documents(), files);
    const place = circle ?? { file: files.display(path) };
    const message = circle?.message ?? (reason instanceof Error ? reason.message : String(reason));
    throw new DocumentError([diagnoseFile("reference", place, message)]);
  });
  const errors = problems.filter(({ severity }) => severity === "error");
  const serious = errors.filter((problem) => !isAboutExample(problem));
  if (serious.length > 0) throw new DocumentError(serious.map((problem) => fromRedocly(problem, files.display)));
  const warnings = errors.map(
    (problem): Diagnostic => ({ ...fromRedocly(problem, files.display), severity: "warning" }),
  );
  const root = bundled.parsed as Json; // what a YAML parser makes
  const documents = await resolver.documents();
  const places = new Places(root, documents, files);
  return {
    root,
    texts: documents.map(({ source: { body } }) => body),
    parts: documents.slice(1).map(({ source: { absoluteRef } }) => absoluteRef),
    warnings,
    placeOf: (pointer) => places.at(pointer),
  };
}

/** Only people read examples. */
function isAboutExample({ location }: NormalizedProblem): boolean {
  return location.every(({ pointer = "" }) =>
    /(?<!\/properties)\/examples\/[^/]+(\/(\$ref|externalValue))?$/.test(pointer),
  );
}

/** The first reference that leads back to itself, by way of other files. */
function circleAmong(
  documents: readonly RedoclyDocument[],
  files: Files,
): (Place & { readonly message: string }) | undefined {
  const byFile = new Map(documents.map((document) => [document.source.absoluteRef, document]));
  for (const document of documents) {
    let place: Place | undefined;
    let circular = "";
    visitReferences(document.parsed as Json, (ref, path) => {
      if (place !== undefined || !isCircular(document, ref, byFile)) return;
      const { source } = document;
      place = {
        file: files.display(source.absoluteRef),
        ...new Positions(source.body).at(pointerTo("#", ...path, "$ref")),
      };
      circular = ref;
    });
    if (place !== undefined)
      return { ...place, message: `${circular} leads back to itself; one of the references has to describe something` };
  }
  return undefined;
}

function isCircular(from: RedoclyDocument, ref: string, byFile: ReadonlyMap<string, RedoclyDocument>): boolean {
  const seen = new Set<unknown>();
  let document: RedoclyDocument | undefined = from;
  for (let next: Json | undefined = ref; typeof next === "string"; ) {
    const [file = "", fragment = ""]: readonly string[] = next.split("#");
    if (file !== "") document = byFile.get(resolve(dirname(document.source.absoluteRef), file));
    if (document === undefined || !isJsonObject(document.parsed)) return false;
    const target: unknown =
      fragment === "" ? document.parsed : resolveWithin(`#${fragment}`, () => "#", document.parsed)?.value;
    if (!isJsonObject(target)) return false;
    if (seen.has(target)) return true;
    seen.add(target);
    next = target.$ref;
  }
  return false;
}
