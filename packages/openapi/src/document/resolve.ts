import { isJsonObject, type Json, type JsonObject, walkJson } from "../json/json.ts";
import { decoded, isAtOrBelow, pointerSegments, pointerTo, valueAt } from "../json/json-pointer.ts";
import { KEYWORDS, keywordsOf } from "../schema/keywords.ts";

/** Something in a document. */
export interface Target {
  readonly value: Json;
  readonly pointer: string;
}

/** The keywords under which a schema keeps others for references to it. */
export const DEFINITIONS: readonly string[] = keywordsOf("identifier").filter(
  (name) => KEYWORDS.get(name)?.holds === "map",
);

/** Whether where it stands decides what a reference leads to, although no schema around it has an `$id`. */
export function isOfPlace(ref: string): boolean {
  return DEFINITIONS.some((name) => ref.startsWith(`#/${name}/`));
}

/**
 * What a reference within a document leads to: by JSON Pointer, or by the `$anchor` or `$id` of a schema. It is relative
 * to the nearest schema around it that has an `$id`, and where nothing is there, to the document, which is what many
 * mean that refer to components.
 *
 * `#/$defs/X` that the document does not have is taken for that of the nearest schema around the reference, which is
 * what tools mean that put whole JSON Schemas into documents.
 *
 * @param from Pointer to the object with the reference.
 */
export function resolve(ref: string, from: () => string, root: JsonObject): Target | undefined {
  const names = namesIn(root);
  const resource = names.ids.size === 0 ? undefined : resourceAround(from, root);
  if (!ref.startsWith("#")) return identified(ref, resource?.uri ?? DOCUMENT, names);
  const own = resource && within(ref, resource, names);
  if (own !== undefined) return own;
  if (!ref.startsWith("#/")) return names.anchors.get(ref.slice(1))?.[0];
  const segments = pointerSegments(decoded(ref));
  const value = valueAt(root, segments);
  if (value !== undefined) return { value, pointer: pointerTo("#", ...segments) };
  if (!isOfPlace(ref)) return undefined;
  for (let around = pointerSegments(from()); around.length > 0; around = around.slice(0, -1)) {
    const found = valueAt(root, [...around, ...segments]);
    if (found !== undefined) return { value: found, pointer: pointerTo("#", ...around, ...segments) };
  }
  return undefined;
}

/** How a document calls its parts, other than by where they are. */
interface Names {
  /** Schemas with an `$id`, by that, as if it were relative to the document; of several, the first. */
  readonly ids: ReadonlyMap<string, Target>;
  /** Schemas with an `$anchor` or `$dynamicAnchor`, in the order of the document. */
  readonly anchors: ReadonlyMap<string, readonly Target[]>;
  /** What Discriminator Objects name that is in other files, as they write it. */
  readonly mappedFiles: ReadonlySet<string>;
}

/** Found once for each document: a search for each reference would go through all of it again. */
const NAMES = new WeakMap<JsonObject, Names>();

export function namesIn(root: JsonObject): Names {
  const known = NAMES.get(root) ?? findNames(root);
  NAMES.set(root, known);
  return known;
}

function findNames(root: JsonObject): Names {
  const ids = new Map<string, Target>();
  const anchors = new Map<string, Target[]>();
  const mappedFiles = new Set<string>();
  const visit = (value: JsonObject | readonly Json[], path: readonly string[]): void => {
    if (!isJsonObject(value)) return;
    const { $id: id, $anchor: anchor, $dynamicAnchor: dynamic, discriminator } = value;
    for (const file of filesMappedBy(discriminator)) mappedFiles.add(file);
    if (typeof id === "string") {
      const uri = absolute(id, DOCUMENT);
      if (!ids.has(uri)) ids.set(uri, { value, pointer: pointerTo("#", ...path) });
    }
    for (const name of new Set([anchor, dynamic])) {
      if (typeof name !== "string") continue;
      const named = anchors.get(name) ?? [];
      named.push({ value, pointer: pointerTo("#", ...path) });
      anchors.set(name, named);
    }
  };
  walkJson(root, true, visit, () => true);
  return { ids, anchors, mappedFiles };
}

function filesMappedBy(discriminator: Json | undefined): readonly string[] {
  if (!isJsonObject(discriminator) || !isJsonObject(discriminator.mapping)) return [];
  return Object.values(discriminator.mapping).filter(isFile);
}

function isFile(target: Json): target is string {
  return typeof target === "string" && /^(\.{0,2}\/|\w+:\/)|\.(ya?ml|json)(#|$)/i.test(target);
}

/** A schema that has a URI of its own, by which others may refer to it and to parts of it. */
interface Resource extends Target {
  readonly uri: string;
}

/** Base of the URIs of a document, whose own URI is not known. */
const DOCUMENT = "openapi:///";

/** The nearest schema around a place that has an `$id`, or the place itself. */
function resourceAround(from: () => string, root: JsonObject): Resource | undefined {
  const segments = pointerSegments(from());
  let resource: Resource | undefined;
  let value: Json | undefined = root;
  for (let depth = 0; ; depth++) {
    if (isJsonObject(value) && typeof value.$id === "string") {
      const uri = absolute(value.$id, resource?.uri ?? DOCUMENT);
      resource = { value, pointer: pointerTo("#", ...segments.slice(0, depth)), uri };
    }
    const segment = segments[depth];
    if (segment === undefined) return resource;
    value = valueAt(value, [segment]);
  }
}

/** What `#`, `#/pointer` and `#anchor` lead to within a resource. */
function within(ref: string, { value, pointer }: Target, names: Names): Target | undefined {
  if (ref === "#") return { value, pointer };
  if (!ref.startsWith("#/")) return names.anchors.get(ref.slice(1))?.find((one) => isAtOrBelow(one.pointer, pointer));
  const segments = pointerSegments(decoded(ref));
  const found = valueAt(value, segments);
  return found === undefined ? undefined : { value: found, pointer: pointerTo(pointer, ...segments) };
}

/** What a schema calls itself by `$id` (JSON Schema Core 8.2.1); of resources in resources, by their own `$id` alone. */
function identified(ref: string, base: string, names: Names): Target | undefined {
  const [uri = "", ...fragment] = ref.split("#");
  const schema = names.ids.get(absolute(uri, base));
  return schema && fragment.join("") !== "" ? within(`#${fragment.join("")}`, schema, names) : schema;
}

function absolute(uri: string, base: string): string {
  return URL.canParse(uri, base) ? new URL(uri, base).href.replace(/#$/, "") : uri;
}
