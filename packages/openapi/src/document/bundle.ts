import { dirname, resolve } from "node:path";
import { bundle, type NormalizedProblem, type Document as RedoclyDocument } from "@redocly/openapi-core";
import { type Diagnostic, diagnose, diagnoseFile, type Place } from "../diagnostics/diagnostic.ts";
import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import type { Files } from "./files.ts";
import { LocalResolver } from "./local-resolver.ts";
import { Places } from "./places.ts";
import { Positions } from "./position.ts";
import { fromRedocly, readingConfig } from "./redocly.ts";
import { resolve as resolveWithin, visitReferences } from "./references.ts";

/** Several files as one object. */
export interface Bundle {
  readonly root: Json;
  /** Of all files, the root first. */
  readonly texts: readonly string[];
  /** Absolute paths of the other files, sorted. */
  readonly parts: readonly string[];
  /** References that cannot be followed: errors, but for those of examples. */
  readonly diagnostics: readonly Diagnostic[];
  /** Where something in the bundle comes from. */
  placeOf(pointer: string): Place;
}

/** Files that cannot be put together, and why. */
export type Unbundled = Pick<Bundle, "diagnostics"> & { readonly root?: never };

/** Puts the parts of other files that a document refers to into the document itself. */
export async function bundleFiles(path: string, files: Files): Promise<Bundle | Unbundled> {
  const resolver = new LocalResolver(files);
  const config = await readingConfig();
  const bundling = bundle({ ref: resolve(path), config, externalRefResolver: resolver });
  const result = await bundling.catch((reason: unknown) => (reason instanceof Error ? reason : new Error(`${reason}`)));
  const documents = await resolver.documents();
  if (result instanceof Error) {
    // At a cycle of references the bundler gives up without saying where.
    const cycles = cyclesAmong(documents, files);
    const whole = diagnoseFile("reference", { file: files.display(path) }, result.message);
    return { diagnostics: cycles.length > 0 ? cycles : [whole] };
  }
  const root = result.bundle.parsed as Json; // what a YAML parser makes
  const places = new Places(root, documents, files);
  return {
    root,
    texts: documents.map(({ source: { body } }) => body),
    parts: documents.slice(1).map(({ source: { absoluteRef } }) => absoluteRef),
    diagnostics: result.problems.map((problem) =>
      fromRedocly(problem, files.display, isAboutExample(problem) ? "warning" : undefined),
    ),
    placeOf: (pointer) => places.at(pointer),
  };
}

/** Only people read examples. */
function isAboutExample({ location }: NormalizedProblem): boolean {
  return location.every(({ pointer = "" }) =>
    /(?<!\/properties)\/examples\/[^/]+(\/(\$ref|externalValue))?$/.test(pointer),
  );
}

/** References that lead back to themselves, by way of other files: of each cycle the first. */
function cyclesAmong(documents: readonly RedoclyDocument[], files: Files): readonly Diagnostic[] {
  const byFile = new Map(documents.map((document) => [document.source.absoluteRef, document]));
  // Objects whose references have been followed to their end, and those of cycles that have been found.
  const known = new Set<JsonObject>();
  return documents.flatMap((document) => {
    const { absoluteRef, body } = document.source;
    const positions = new Positions(body);
    const at = { placeOf: (pointer: string) => ({ file: files.display(absoluteRef), ...positions.at(pointer) }) };
    const cycles: Diagnostic[] = [];
    visitReferences(document.parsed as Json, (ref, path) => {
      if (!isCyclic(document, ref, byFile, known)) return;
      const message = `${ref} leads back to itself; one of the references has to describe something`;
      cycles.push(diagnose("reference", at, pointerTo("#", ...path, "$ref"), message));
    });
    return cycles;
  });
}

function isCyclic(
  from: RedoclyDocument,
  ref: string,
  byFile: ReadonlyMap<string, RedoclyDocument>,
  known: Set<JsonObject>,
): boolean {
  const seen = new Set<JsonObject>();
  let document: RedoclyDocument | undefined = from;
  let target: Json | undefined;
  for (let next: Json | undefined = ref; typeof next === "string"; next = target.$ref) {
    const [file = "", fragment = ""]: readonly string[] = next.split("#");
    if (file !== "") document = byFile.get(resolve(dirname(document.source.absoluteRef), file));
    if (document === undefined || !isJsonObject(document.parsed)) break;
    target = fragment === "" ? document.parsed : resolveWithin(`#${fragment}`, () => "#", document.parsed)?.value;
    if (!isJsonObject(target) || known.has(target) || seen.has(target)) break;
    seen.add(target);
  }
  for (const object of seen) known.add(object);
  return isJsonObject(target) && seen.has(target) && typeof target.$ref === "string";
}
