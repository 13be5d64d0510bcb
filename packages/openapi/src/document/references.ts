import { isJsonObject, type Json, type JsonObject, walkJson } from "../json/json.ts";
import { decoded, pointerSegments, pointerTo, valueAt } from "../json/json-pointer.ts";
import { OBJECTS } from "../objects/objects.ts";
import { holdsData, KEYWORDS } from "../schema/keywords.ts";
import { isOfPlace, namesIn, resolve } from "./resolve.ts";

/** Fields of OpenAPI below which names are free, so that a name that looks like a field is none. */
const MAPS: ReadonlySet<string> = new Set(
  Object.values(OBJECTS).flatMap(({ fields }) =>
    [...fields.values()].flatMap(({ name, holds }) =>
      holds?.as === "map" || (holds?.as === "one" && OBJECTS[holds.object].others !== undefined) ? [name] : [],
    ),
  ),
).add("mapping");

/** Whether what a field holds has free names. */
export function isMapOf(key: string): boolean {
  return MAPS.has(key) || KEYWORDS.get(key)?.holds === "map";
}

/** Whether the value of a field is data, in which `$ref` is a property like any other. By name, examples are objects. */
export function isData(key: string, owner: JsonObject): boolean {
  if (key === "examples") return Array.isArray(owner[key]);
  return key === "value" || key.startsWith("x-") || holdsData(key);
}

/**
 * Calls `visit` for every Reference Object and every schema with `$ref`; `path` is valid during the call only. A
 * reference is `based` where a schema around it has an `$id`, which it is relative to.
 */
export function visitReferences(
  root: Json,
  visit: (ref: string, path: readonly string[], based: boolean) => void,
): void {
  walkJson(
    root,
    { isMap: false, isBased: false },
    (value, path, { isMap, isBased }) => {
      if (isMap || !isJsonObject(value)) return { hasFields: false, isBased };
      const based = isBased || typeof value.$id === "string";
      if (typeof value.$ref === "string") visit(value.$ref, path, based);
      return { hasFields: true, isBased: based };
    },
    (key, value, { hasFields, isBased }) => {
      if (!hasFields) return { isMap: false, isBased };
      return isData(key, value as JsonObject) ? undefined : { isMap: isMapOf(key), isBased };
    },
  );
}

/** Other files and URLs that a document refers to, as it writes them, in its order; none where it consists of one file. */
export function otherFiles(root: JsonObject): readonly string[] {
  const others = new Set<string>();
  const found = new Set<string>();
  visitReferences(root, (ref, path, based) => {
    if (ref.startsWith("#") || found.has(ref)) return;
    if (resolve(ref, () => pointerTo("#", ...path), root) === undefined) others.add(ref);
    else if (!based) found.add(ref);
  });
  return [...new Set([...others, ...namesIn(root).mappedFiles].map((ref) => ref.replace(/#.*$/s, "")))];
}

/** A reference that leads nowhere. */
export interface BrokenReference {
  readonly pointer: string;
  readonly message: string;
  /** Whether it costs nothing but what needs it. */
  readonly harmless: boolean;
}

/** Components that only people read. */
const DOCUMENTATION = /^#\/components\/(examples|links)\//;

/** References that lead to nothing, each with its place, and one of each cycle of references. */
export function brokenReferences(root: JsonObject): readonly BrokenReference[] {
  const broken = new Map<string, BrokenReference>();
  const report = (pointer: string, message: string, harmless: boolean): void => {
    broken.set(pointer, { pointer: `${pointer}/$ref`, message, harmless });
  };
  // References that lead somewhere wherever they stand, and objects behind references whose own have been followed.
  const known = new Set<string>();
  const followed = new Set<string>();
  const follow = (ref: string, from: () => string): void => {
    const chain = new Map<string, string>();
    let [next, origin] = [ref, from];
    for (;;) {
      const target = resolve(next, origin, root);
      // Behind the first reference, one is reported where it stands; what is visited has another turn there.
      if (target === undefined) {
        report(origin(), `${next} does not exist; check how it is spelled`, true);
        return;
      }
      const { value, pointer } = target;
      if (!isJsonObject(value) || typeof value.$ref !== "string") return;
      if (chain.has(pointer)) {
        const names = [...chain.values()];
        const cycle = cycleOf(names.slice([...chain.keys()].indexOf(pointer)));
        report(from(), cycle, DOCUMENTATION.test(ref));
        return;
      }
      if (followed.has(pointer)) return;
      followed.add(pointer);
      chain.set(pointer, next);
      [next, origin] = [value.$ref, () => pointer];
    }
  };
  visitReferences(root, (ref, path, based) => {
    if (known.has(ref) && !based) return;
    const before = broken.size;
    follow(ref, () => pointerTo("#", ...path));
    if (broken.size === before && !based && !isOfPlace(ref)) known.add(ref);
  });
  return [...broken.values()];
}

/** A message names no more references than these on the way. */
const MOST_NAMES = 5;

function cycleOf([first = "", ...others]: readonly string[]): string {
  const more = others.length > MOST_NAMES ? [`${others.length - MOST_NAMES} more`] : [];
  const names = [...others.slice(0, MOST_NAMES), ...more].join(" and ");
  const way = names === "" ? "" : `, by ${names}`;
  return `${first} refers to itself${way}; one of them has to describe something`;
}

/** References in a row that Redocly still follows quickly: for each, it goes through all of them again, by recursion. */
const MOST_IN_A_ROW = 100;

/** Where a reference leads through others, and through how many; undefined where that never ends. */
type End = { readonly ref: string; readonly steps: number } | undefined;

/**
 * Changes a parsed file so that Redocly can follow its references: one that leads through many others leads to their end
 * instead; one that leads back to itself, which is reported elsewhere, is left out if `cut` says so.
 *
 * @returns whether a row was too long.
 */
export function shortenRows(root: Json, cut: boolean): boolean {
  const ends = new Map<string, End>();
  const endOf = (first: string): End => {
    const row = new Set<string>();
    let next = first;
    while (!ends.has(next) && !row.has(next)) {
      row.add(next);
      const target = next.startsWith("#/") ? valueAt(root, pointerSegments(decoded(next))) : undefined;
      if (!isJsonObject(target) || typeof target.$ref !== "string") ends.set(next, { ref: next, steps: 0 });
      else next = target.$ref;
    }
    let end = ends.get(next);
    for (const ref of [...row].reverse()) {
      if (ends.has(ref)) continue;
      end = end && { ...end, steps: end.steps + 1 };
      ends.set(ref, end);
    }
    return ends.get(first);
  };
  const changes: (() => void)[] = [];
  let isShortened = false;
  visitReferences(root, (ref, path) => {
    const end = endOf(ref);
    const owner = valueAt(root, path);
    if (!isJsonObject(owner)) return;
    if (end === undefined && cut) changes.push(() => Reflect.deleteProperty(owner, "$ref"));
    if (end === undefined || end.steps <= MOST_IN_A_ROW) return;
    isShortened = true;
    changes.push(() => Reflect.set(owner, "$ref", end.ref));
  });
  for (const change of changes) change();
  return isShortened;
}
