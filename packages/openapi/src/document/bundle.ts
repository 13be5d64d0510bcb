import { dirname, resolve } from "node:path";
import { bundle, type Document, type NormalizedProblem } from "@redocly/openapi-core";
import { type Diagnostic, diagnose, diagnoseFile, type Place } from "../diagnostics/diagnostic.ts";
import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import { correctNames, namesBefore } from "./bundled-names.ts";
import { inDeepStack } from "./deep-stack.ts";
import { shareSchemas } from "./extent.ts";
import { type Files, MissingFile } from "./files.ts";
import { type Cut, LocalResolver } from "./local-resolver.ts";
import { Places, placesIn, type ReadFile } from "./places.ts";
import { fromRedocly, isOnNetwork, readingConfig } from "./redocly.ts";
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
  const { resolver, cuts, cycles } = await openFiles(resolve(path), files);
  const bundled = await bundleSafely(resolve(path), resolver, cuts);
  const { root, documents, diagnostics: found } = bundled;
  const shown = found.map((one) => displayed(one, files));
  const diagnostics = [...cycles, ...shown];
  if (root === undefined) return { diagnostics: cycles.length > 0 ? cycles : shown };
  const places = new Places(root, documents, files);
  const placeOf = (pointer: string): Place => places.at(pointer);
  const excess = isJsonObject(root) ? shareSchemas(root) : undefined;
  if (excess !== undefined)
    return { diagnostics: [diagnose("reference", { placeOf }, excess.pointer, excess.message)] };
  return {
    root,
    texts: documents.map(({ source: { body } }) => body),
    parts: documents.slice(1).map(({ source: { absoluteRef } }) => absoluteRef),
    diagnostics,
    placeOf,
  };
}

/** What Redocly says of files by their absolute paths, as their authors know them. */
export function displayed(one: Diagnostic, files: Files): Diagnostic {
  const edited = files.edited?.(one.file);
  // What a parser says of another file names it, too.
  const message = one.message.replace(
    / in "([^"]+)" \((\d+:\d+)\)$/,
    (_, path, at) => ` at ${files.display(path)}:${at}`,
  );
  const { line, column } = one;
  const place = edited?.placeOf(one.pointer) ?? { file: files.display(one.file), line, column };
  return { ...one, file: place.file, line: place.line, column: place.column, message };
}

/** A resolver that has read a document and all that it refers to, without the references that lead into a cycle. */
export async function openFiles(
  path: string,
  files: Files,
  cutCycles = false,
): Promise<{
  readonly resolver: LocalResolver;
  readonly cuts: readonly Cut[];
  readonly cycles: readonly Diagnostic[];
}> {
  const resolver = new LocalResolver(files, cutCycles);
  const { endless, diagnostics } = cyclesAmong((await resolver.readAll(path)).map(asRead), files);
  await resolver.cut(endless);
  return { resolver, cuts: endless, cycles: diagnostics };
}

async function bundleSafely(path: string, resolver: LocalResolver, cuts: readonly Cut[]): Promise<Bundled> {
  return bundleWithRedocly(path, resolver).catch(async (reason) => {
    if (!(reason instanceof RangeError)) throw reason;
    const documents = await resolver.documents();
    const texts = documents.map(({ source: { absoluteRef, body } }) => [absoluteRef, body] as const);
    return inDeepStack(import.meta.url, bundleTexts, path, texts, cuts);
  });
}

function asRead({ source: { absoluteRef, body }, parsed }: Document): ReadFile {
  // What a YAML parser makes.
  return { source: { absoluteRef, body }, parsed: parsed as Json };
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
export async function bundleTexts(
  path: string,
  texts: readonly (readonly [path: string, text: string])[],
  cuts: readonly Cut[],
): Promise<Bundled> {
  const known = new Map(texts);
  const read = async (file: string): Promise<string> => {
    const text = known.get(file);
    if (text === undefined) throw new MissingFile("not-found", "no such file");
    return text;
  };
  const resolver = new LocalResolver({ read, display: (file) => file });
  await resolver.readAll(path);
  await resolver.cut(cuts);
  return bundleWithRedocly(path, resolver);
}

async function bundleWithRedocly(path: string, resolver: LocalResolver): Promise<Bundled> {
  const config = await readingConfig();
  const whole = await resolver.cache.get(path)?.catch(() => undefined);
  const before = namesBefore(whole === undefined || whole instanceof Error ? null : (whole.parsed as Json));
  const result = await bundle({ ref: path, config, externalRefResolver: resolver }).catch((reason: unknown) => {
    if (reason instanceof RangeError) throw reason;
    return reason instanceof Error ? reason.message : String(reason);
  });
  const documents = (await resolver.documents()).map(asRead);
  if (typeof result === "string")
    return { root: undefined, documents, diagnostics: [diagnoseFile("reference", { file: path }, result)] };
  const diagnostics = result.problems.map((problem) =>
    fromRedocly(problem, costsLittle(problem) ? "warning" : undefined),
  );
  correctNames(result.bundle.parsed as Json, before);
  return { root: result.bundle.parsed as Json, documents, diagnostics };
}

/** A reference into a file that is there costs nothing but what needs it, and only people read examples. */
function costsLittle(problem: NormalizedProblem): boolean {
  const { location, message } = problem;
  if (message.trim() === "Can't resolve $ref" || isOnNetwork(problem)) return true;
  return location.every(({ pointer = "" }) =>
    /(?<!\/properties)\/examples\/[^/]+(\/(\$ref|externalValue))?$/.test(pointer),
  );
}

interface Cycles {
  /** References that lead into a cycle. */
  readonly endless: readonly Cut[];
  /** Of each cycle the first. */
  readonly diagnostics: readonly Diagnostic[];
}

/** References that lead back to themselves, by way of other files. */
function cyclesAmong(documents: readonly ReadFile[], files: Files): Cycles {
  const byFile = new Map(documents.map((document) => [document.source.absoluteRef, document]));
  // Whether the reference of an object leads into a cycle.
  const known = new Map<JsonObject, boolean>();
  const endless: Cut[] = [];
  const diagnostics = documents.flatMap((document) => {
    const { absoluteRef } = document.source;
    const at = placesIn(document, files);
    const cycles: Diagnostic[] = [];
    visitReferences(document.parsed, (ref, path) => {
      const { isEndless, isNew } = followed(document, ref, byFile, known);
      if (!isEndless) return;
      const pointer = pointerTo("#", ...path);
      endless.push([absoluteRef, pointer]);
      const message = `${ref} leads back to itself; one of the references has to describe something`;
      if (isNew) cycles.push(diagnose("reference", at, pointerTo(pointer, "$ref"), message));
    });
    return cycles;
  });
  return { endless, diagnostics };
}

function followed(
  from: ReadFile,
  ref: string,
  byFile: ReadonlyMap<string, ReadFile>,
  known: Map<JsonObject, boolean>,
): { readonly isEndless: boolean; readonly isNew: boolean } {
  const seen = new Set<JsonObject>();
  let document: ReadFile | undefined = from;
  let target: Json | undefined;
  for (let next: Json | undefined = ref; typeof next === "string"; next = target.$ref) {
    const [file = "", fragment = ""]: readonly string[] = next.split("#");
    if (file !== "") document = byFile.get(resolve(dirname(document.source.absoluteRef), file));
    target = undefined;
    if (document === undefined || !isJsonObject(document.parsed)) break;
    target = fragment === "" ? document.parsed : resolveWithin(`#${fragment}`, () => "#", document.parsed)?.value;
    if (!isJsonObject(target) || known.has(target) || seen.has(target)) break;
    seen.add(target);
  }
  const isNew = isJsonObject(target) && seen.has(target) && typeof target.$ref === "string";
  const isEndless = isNew || (isJsonObject(target) && known.get(target) === true);
  for (const object of seen) known.set(object, isEndless);
  return { isEndless, isNew };
}
