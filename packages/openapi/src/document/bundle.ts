import { dirname, resolve } from "node:path";
import { bundle, type NormalizedProblem } from "@redocly/openapi-core";
import { type Diagnostic, diagnose, diagnoseFile, type Place } from "../diagnostics/diagnostic.ts";
import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import { inDeepStack } from "./deep-stack.ts";
import { type Files, MissingFile } from "./files.ts";
import { LocalResolver } from "./local-resolver.ts";
import { Places, type ReadFile } from "./places.ts";
import { Positions } from "./position.ts";
import { fromRedocly, readingConfig } from "./redocly.ts";
import { visitReferences } from "./references.ts";
import { resolve as resolveWithin } from "./resolve.ts";

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
  const { root, documents, diagnostics } = await bundleWithRedocly(resolve(path), resolver).catch(async (reason) => {
    if (!(reason instanceof RangeError)) throw reason;
    const documents = await resolver.documents();
    const texts = documents.map(({ source: { absoluteRef, body } }) => [absoluteRef, body] as const);
    return inDeepStack(import.meta.url, bundleTexts, resolve(path), texts);
  });
  const shown = diagnostics.map((one) => ({ ...one, file: files.display(one.file) }));
  if (root === undefined) {
    // At a cycle of references the bundler gives up without saying where.
    const cycles = cyclesAmong(documents, files);
    return { diagnostics: cycles.length > 0 ? cycles : shown };
  }
  const places = new Places(root, documents, files);
  return {
    root,
    texts: documents.map(({ source: { body } }) => body),
    parts: documents.slice(1).map(({ source: { absoluteRef } }) => absoluteRef),
    diagnostics: shown,
    placeOf: (pointer) => places.at(pointer),
  };
}

/** What Redocly makes of files: nothing but data, with absolute paths. */
interface Bundled {
  /** Undefined where Redocly gives up. */
  readonly root: Json | undefined;
  readonly documents: readonly ReadFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Bundles files that have been read.
 *
 * @param path Of the root, absolute like those of the others.
 *
 * @public A thread calls it by its name.
 */
export function bundleTexts(path: string, texts: readonly (readonly [path: string, text: string])[]): Promise<Bundled> {
  const known = new Map(texts);
  const read = async (file: string): Promise<string> => {
    const text = known.get(file);
    if (text === undefined) throw new MissingFile("not-found", "no such file");
    return text;
  };
  return bundleWithRedocly(path, new LocalResolver({ read, display: (file) => file }));
}

async function bundleWithRedocly(path: string, resolver: LocalResolver): Promise<Bundled> {
  const config = await readingConfig();
  const result = await bundle({ ref: path, config, externalRefResolver: resolver }).catch((reason: unknown) => {
    if (reason instanceof RangeError) throw reason;
    return reason instanceof Error ? reason.message : String(reason);
  });
  const documents = (await resolver.documents()).map(({ source: { absoluteRef, body }, parsed }) => ({
    source: { absoluteRef, body },
    parsed: parsed as Json, // what a YAML parser makes
  }));
  if (typeof result === "string")
    return { root: undefined, documents, diagnostics: [diagnoseFile("reference", { file: path }, result)] };
  const diagnostics = result.problems.map((problem) =>
    fromRedocly(problem, (file) => file, isAboutExample(problem) ? "warning" : undefined),
  );
  return { root: result.bundle.parsed as Json, documents, diagnostics };
}

/** Only people read examples. */
function isAboutExample({ location }: NormalizedProblem): boolean {
  return location.every(({ pointer = "" }) =>
    /(?<!\/properties)\/examples\/[^/]+(\/(\$ref|externalValue))?$/.test(pointer),
  );
}

/** References that lead back to themselves, by way of other files: of each cycle the first. */
function cyclesAmong(documents: readonly ReadFile[], files: Files): readonly Diagnostic[] {
  const byFile = new Map(documents.map((document) => [document.source.absoluteRef, document]));
  // Objects whose references have been followed to their end, and those of cycles that have been found.
  const known = new Set<JsonObject>();
  return documents.flatMap((document) => {
    const { absoluteRef, body } = document.source;
    const positions = new Positions(body);
    const at = { placeOf: (pointer: string) => ({ file: files.display(absoluteRef), ...positions.at(pointer) }) };
    const cycles: Diagnostic[] = [];
    visitReferences(document.parsed, (ref, path) => {
      if (!isCyclic(document, ref, byFile, known)) return;
      const message = `${ref} leads back to itself; one of the references has to describe something`;
      cycles.push(diagnose("reference", at, pointerTo("#", ...path, "$ref"), message));
    });
    return cycles;
  });
}

function isCyclic(from: ReadFile, ref: string, byFile: ReadonlyMap<string, ReadFile>, known: Set<JsonObject>): boolean {
  const seen = new Set<JsonObject>();
  let document: ReadFile | undefined = from;
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
