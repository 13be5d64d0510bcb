import type { Document } from "../document/document.ts";
import { mentionsIn } from "../document/mentions.ts";
import { resolve } from "../document/resolve.ts";
import { isMethod } from "../http/method.ts";
import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { parentOf, pointerSegments, pointerTo, valueAt } from "../json/json-pointer.ts";
import { collect, DocumentReader } from "../model/source.ts";
import { fieldOf, OBJECTS, type ObjectName } from "../objects/objects.ts";
import { isExtension, type Occurrence, visitFields } from "../objects/walk.ts";
import { addTo } from "../schema/walk.ts";
import { type Item, isItem } from "./items.ts";

/** A part of a document, at its place. */
export interface Part {
  readonly value: Json;
  readonly object: ObjectName;
  readonly pointer: string;
}

/** What the parts of a document that are kept need of the rest. */
export interface Needs {
  /** Pointers of components. */
  readonly components: ReadonlySet<string>;
  /** What stands in operations that are not kept, by its place. */
  readonly strays: ReadonlyMap<string, ObjectName>;
  /** Where strays are named, and the pointer of each. */
  readonly mentions: ReadonlyMap<string, string>;
  /** Links that lead to operations that are not kept. */
  readonly links: ReadonlySet<string>;
  /** Names of members of the document itself that are no fields of it. */
  readonly others: ReadonlySet<string>;
}

/** The section of `components` that has objects of a kind. */
export const SECTIONS: ReadonlyMap<ObjectName, string> = new Map(
  [...OBJECTS.Components.fields.values()].flatMap(({ name, holds, editions }) =>
    holds === undefined || !editions.includes("3.1") ? [] : [[holds.object, name] as const],
  ),
);

/**
 * Follows everything that parts of a document name, and what that names. A base schema with a discriminator needs the
 * schemas that build on it by `allOf`, although it does not name them.
 *
 * @param stays Whether a place within a path or a webhook is kept there.
 * @param keepUnused Whether all schemas are needed.
 */
export function needsOf(
  document: Document,
  parts: readonly Part[],
  items: readonly Item[],
  stays: (pointer: string) => boolean,
  keepUnused: boolean,
): Needs {
  const { root } = document;
  const written = { root, version: "3.1" } as const;
  const components = new Set<string>();
  const strays = new Map<string, ObjectName>();
  const mentions = new Map<string, string>();
  const links = new Set<string>();
  const others = new Set<string>();
  const open = [...parts];
  const walked = new Set(parts.map(({ pointer }) => pointer));
  const variants = variantsIn(document);
  const leadsNowhere = linksToDropped(document, items, stays);

  const walk = (pointer: string, segments: readonly string[], object: ObjectName): void => {
    if (walked.has(pointer)) return;
    walked.add(pointer);
    open.push({ value: valueAt(root, segments) ?? null, object, pointer });
  };
  const needComponent = (section: string, name: string): void => {
    const object = OBJECTS.Components.fields.get(section)?.holds?.object;
    const segments = ["components", section, name];
    const pointer = pointerTo("#", ...segments);
    if (object === undefined || components.has(pointer)) return;
    components.add(pointer);
    walk(pointer, segments, object);
  };
  const need = (at: string, target: string, object: ObjectName | undefined): void => {
    const segments = pointerSegments(target);
    const [field = "", section, name] = segments;
    if (field === "components" && section !== undefined && name !== undefined) needComponent(section, name);
    else if (object === undefined || (isItem(segments) && stays(target))) return;
    else {
      if (isItem(segments)) {
        strays.set(target, object);
        mentions.set(at, target);
      } else others.add(field);
      walk(target, segments, object);
    }
  };
  const visit = (occurrence: Occurrence): void => {
    if (leadsNowhere(occurrence)) links.add(parentOf(occurrence.pointer));
    else for (const { at, target, object } of mentionsIn(occurrence, written)) need(at, target, object);
  };
  if (keepUnused) for (const name of namesIn(document, "schemas")) needComponent("schemas", name);
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    visitFields(part.value, "3.1", visit, part);
    if (part.object === "Schema" && isJsonObject(part.value) && isJsonObject(part.value.discriminator))
      for (const name of variants(part.pointer)) needComponent("schemas", name);
  }
  return { components, strays, mentions, links, others };
}

/** The names of what stands at the root of a document, and is no field that it has. */
export function unknownMembers(root: JsonObject): readonly string[] {
  return Object.keys(root).filter((name) => fieldOf("OpenAPI", name, "3.1") === undefined);
}

/** The names of the components in a section. */
export function namesIn({ root: { components } }: Document, section: string): readonly string[] {
  const members = isJsonObject(components) ? components[section] : undefined;
  return isJsonObject(members) ? Object.keys(members).filter((name) => !isExtension(name)) : [];
}

/** Finds the components that build on a schema by `allOf`, directly or through others. */
function variantsIn(document: Document): (pointer: string) => ReadonlySet<string> {
  const { root } = document;
  const direct = new Map<string, string[]>();
  for (const name of namesIn(document, "schemas")) {
    const schema = valueAt(root, ["components", "schemas", name]);
    if (!isJsonObject(schema) || !Array.isArray(schema.allOf)) continue;
    for (const [index, base] of schema.allOf.entries()) {
      if (!isJsonObject(base) || typeof base.$ref !== "string") continue;
      const target = resolve(base.$ref, () => pointerTo("#/components/schemas", name, "allOf", index), root);
      if (target !== undefined) addTo(direct, target.pointer, name);
    }
  }
  return (pointer) => {
    const found = new Set(direct.get(pointer));
    // A set may grow while it is walked.
    for (const name of found)
      for (const other of direct.get(pointerTo("#/components/schemas", name)) ?? []) found.add(other);
    return found;
  };
}

/** Tells whether a field says of a link that it leads to an operation that is not kept. */
function linksToDropped(
  document: Document,
  items: readonly Item[],
  stays: (pointer: string) => boolean,
): (occurrence: Occurrence) => boolean {
  const reader = new DocumentReader(document);
  const [kept, dropped] = [true, false].map((isKept) => {
    const sites = items.flatMap(({ sites, kept }) => sites.filter(({ method }) => kept.has(method) === isKept));
    return new Set(sites.map(({ operation }) => operation.value.operationId));
  });
  const isDropped = ({ operationId, operationRef }: JsonObject, pointer: string): boolean => {
    if (typeof operationId === "string") return dropped?.has(operationId) === true && kept?.has(operationId) !== true;
    if (typeof operationRef !== "string") return false;
    const target = resolve(operationRef, () => pointer, document.root)?.pointer ?? "";
    const segments = pointerSegments(target);
    return isItem(segments) && isMethod(segments[2] ?? "") && !stays(target);
  };
  return ({ pointer, object, expected, owner, name }) => {
    if (expected !== "Link" || !/^(\$ref|operationId|operationRef)$/.test(name)) return false;
    if (object === "Link") return isDropped(owner, pointer);
    const link = collect(reader.object(owner, parentOf(pointer))).value;
    return link !== undefined && isDropped(link.value, link.pointer);
  };
}
