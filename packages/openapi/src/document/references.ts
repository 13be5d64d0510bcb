import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { decoded, pointerSegments, pointerTo, valueAt } from "../json/json-pointer.ts";

/** Keywords below which names are free, so that a name that looks like a keyword is none. */
const MAPS = new Set(
  (
    "$defs callbacks content definitions dependentSchemas encoding examples headers links mapping parameters pathItems paths " +
    "patternProperties properties requestBodies responses schemas securitySchemes variables webhooks"
  ).split(" "),
);
/** Keywords whose value is data, in which `$ref` is a property like any other. */
const DATA = new Set(["const", "default", "enum", "example", "value"]);

/**
 * Calls `visit` for every Reference Object and every schema with `$ref`; `path` is valid during the call only. A
 * reference is `based` where a schema around it has an `$id`, which it is relative to.
 */
export function visitReferences(
  root: Json,
  visit: (ref: string, path: readonly string[], based: boolean) => void,
): void {
  const path: string[] = [];
  const walk = (value: JsonObject | readonly Json[], isMap: boolean, isBased: boolean): void => {
    let based = isBased;
    if (isJsonObject(value) && !isMap) {
      based ||= typeof value.$id === "string";
      if (typeof value.$ref === "string") visit(value.$ref, path, based);
    }
    const isList = Array.isArray(value);
    for (const key of Object.keys(value)) {
      const member = (value as JsonObject)[key]; // a list has its items by their index
      if (typeof member !== "object" || member === null) continue;
      if (!isMap && !isList && (DATA.has(key) || key.startsWith("x-"))) continue;
      path.push(key);
      walk(member, !isMap && !isList && MAPS.has(key), based);
      path.pop();
    }
  };
  if (typeof root === "object" && root !== null) walk(root, false, false);
}

/** Whether a document consists of one file: nothing in it refers to another. */
export function isSelfContained(root: JsonObject): boolean {
  let others = 0;
  const found = new Set<string>();
  visitReferences(root, (ref, path, based) => {
    if (ref.startsWith("#") || found.has(ref)) return;
    if (resolve(ref, () => pointerTo("#", ...path), root) === undefined) others++;
    else if (!based) found.add(ref);
  });
  return others === 0 && !mapsToFiles(root);
}

/** A Discriminator Object may name files, too. */
function mapsToFiles(value: Json): boolean {
  if (Array.isArray(value)) return value.some((item: Json) => mapsToFiles(item));
  if (!isJsonObject(value)) return false;
  const { discriminator } = value;
  const mapping = isJsonObject(discriminator) && isJsonObject(discriminator.mapping) ? discriminator.mapping : {};
  const isFile = (target: Json): boolean =>
    typeof target === "string" && /^(\.{0,2}\/|\w+:\/)|\.(ya?ml|json)(#|$)/i.test(target);
  return Object.values(mapping).some(isFile) || Object.values(value).some(mapsToFiles);
}

/** A reference that leads nowhere. */
export interface BrokenReference {
  /** Where the first object with it is. */
  readonly pointer: string;
  readonly message: string;
  /** Nothing is generated from what it should lead to. */
  readonly harmless: boolean;
}

/** Components that only people read. */
const DOCUMENTATION = /^#\/components\/(examples|links)\//;

/** References within one document that do not exist, or that go round in a circle; each once, in the order of the text. */
export function brokenReferences(root: JsonObject): readonly BrokenReference[] {
  const faults = new Map<string, { readonly pointer: string; readonly fault: string; places: number } | undefined>();
  visitReferences(root, (ref, path, based) => {
    const known = faults.get(ref);
    if (known !== undefined) known.places++;
    if (faults.has(ref)) return;
    const from = (): string => pointerTo("#", ...path);
    const { fault, circle } = follow(ref, from, root);
    // Of a circle, the first place says it all.
    for (const other of circle) faults.set(other, undefined);
    // What a definition around it decides is decided for each place on its own.
    if (fault === undefined && (based || LOCAL.test(ref))) return;
    faults.set(ref, fault === undefined ? undefined : { pointer: pointerTo(from(), "$ref"), fault, places: 1 });
  });
  return [...faults].flatMap(([ref, found]) => {
    if (found === undefined) return [];
    const { pointer, fault, places } = found;
    const message = places === 1 ? fault : `${fault} (${places} places refer to it)`;
    return [{ pointer, message, harmless: DOCUMENTATION.test(ref) }];
  });
}

function follow(
  ref: string,
  from: () => string,
  root: JsonObject,
): { readonly fault?: string; readonly circle: readonly string[] } {
  const seen: string[] = [];
  let origin = from;
  for (let next: Json | undefined = ref; typeof next === "string"; ) {
    if (seen.includes(next)) {
      const circle = seen.slice(seen.indexOf(next));
      const way = circle.slice(1).join(" and ");
      const fault = `${next} refers to itself${way === "" ? "" : `, by ${way}`}; one of them has to describe something`;
      return { fault, circle };
    }
    seen.push(next);
    const target = resolve(next, origin, root);
    if (target === undefined) return { fault: `${next} does not exist; check how it is spelled`, circle: [] };
    origin = () => target.pointer;
    next = isJsonObject(target.value) ? target.value.$ref : undefined;
  }
  return { circle: [] };
}

/** Something in a document. */
export interface Target {
  readonly value: Json;
  readonly pointer: string;
}

/** What a schema around the reference may define for itself. */
const LOCAL = /^#\/(\$defs|definitions)\//;

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
  const resource = resourceAround(from, root);
  if (!ref.startsWith("#")) return identified(ref, resource?.uri ?? DOCUMENT, root);
  const own = resource && within(ref, resource);
  if (own !== undefined) return own;
  if (!ref.startsWith("#/")) return search(root, hasAnchor(ref));
  const segments = pointerSegments(decoded(ref));
  const value = valueAt(root, segments);
  if (value !== undefined) return { value, pointer: pointerTo("#", ...segments) };
  if (!LOCAL.test(ref)) return undefined;
  for (let around = pointerSegments(from()); around.length > 0; around = around.slice(0, -1)) {
    const found = valueAt(root, [...around, ...segments]);
    if (found !== undefined) return { value: found, pointer: pointerTo("#", ...around, ...segments) };
  }
  return undefined;
}

/** A schema that has a URI of its own, by which others may refer to it and to parts of it. */
interface Resource extends Target {
  readonly uri: string;
}

/** Base of the URIs of a document, whose own URI nobody knows. */
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
function within(ref: string, { value, pointer }: Target): Target | undefined {
  if (ref === "#") return { value, pointer };
  const segments = pointerSegments(decoded(ref));
  const found = ref.startsWith("#/") ? valueAt(value, segments) : undefined;
  if (found !== undefined) return { value: found, pointer: pointer + pointerTo("#", ...segments).slice(1) };
  const anchored = ref.startsWith("#/") ? undefined : search(value, hasAnchor(ref));
  return anchored && { ...anchored, pointer: pointer + anchored.pointer.slice(1) };
}

function hasAnchor(ref: string): (schema: JsonObject) => boolean {
  return ({ $anchor: anchor, $dynamicAnchor: dynamic }) => anchor === ref.slice(1) || dynamic === ref.slice(1);
}

/** What a schema calls itself by `$id` (JSON Schema Core 8.2.1); of resources in resources, by their own `$id` alone. */
function identified(ref: string, base: string, root: JsonObject): Target | undefined {
  const [uri = "", ...fragment] = ref.split("#");
  const wanted = absolute(uri, base);
  const schema = search(root, ({ $id: id }) => typeof id === "string" && absolute(id, DOCUMENT) === wanted);
  return schema && fragment.join("") !== "" ? within(`#${fragment.join("")}`, schema) : schema;
}

function absolute(uri: string, base: string): string {
  return URL.canParse(uri, base) ? new URL(uri, base).href.replace(/#$/, "") : uri;
}

function search(value: Json, test: (object: JsonObject) => boolean, path: readonly string[] = []): Target | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (isJsonObject(value) && test(value)) return { value, pointer: pointerTo("#", ...path) };
  for (const [key, member] of Object.entries(value) as [string, Json][]) {
    const found = search(member, test, [...path, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}
