import { createHash } from "node:crypto";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Document, Filter } from "../document/document.ts";
import type { Reading } from "../document/read.ts";
import { isMethod } from "../http/method.ts";
import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { placesAround, pointerSegments, valueAt } from "../json/json-pointer.ts";
import { visitFields } from "../objects/walk.ts";
import { Origins } from "../overlay/origins.ts";
import { type Item, isRewritten, layersOf, placesKept } from "./items.ts";
import { needsOf, type Part, SECTIONS, unknownMembers } from "./needs.ts";
import { edit, pruned, removedParts } from "./prune.ts";
import { selectOperations } from "./selection.ts";

/**
 * What a filter leaves of a document: the operations and webhooks that it keeps, with their callbacks, and everything that
 * they need. Without a filter, the reading itself.
 *
 * Components that nothing needs are gone. What a kept operation refers to within one that is not kept becomes a component;
 * links to such operations are left out. Every part keeps the place that its author gave it, and nothing is said of parts
 * that are gone. There is no document where an entry of the filter selects nothing.
 */
export function filterDocument(reading: Reading, filter: Filter | undefined): Reading {
  const { document } = reading;
  if (document === undefined || filter === undefined) return reading;
  if (filter.include.length === 0 && filter.exclude.length === 0) return reading;
  const { items, diagnostics: mistakes } = selectOperations(document, filter);
  if (mistakes.length > 0) return { document: undefined, diagnostics: mistakes };
  const needs = needsOf(document, keptParts(document, items), items, placesKept(items), filter.keepUnused);
  const removed = removedParts(document, items, needs);
  const origins = new Origins();
  const root = pruned(document, items, needs, removed, origins);
  const moved = [
    ...needs.strays.keys(),
    ...items
      .filter(isRewritten)
      .flatMap(layersOf)
      .map(({ pointer }) => pointer),
  ];
  const gone = goneAsWritten(document, removed, needs.components, moved);
  const { written } = document;
  const filtered: Document = {
    ...document,
    root,
    filter,
    sha256: createHash("sha256")
      .update(JSON.stringify([document.sha256, filter.include, filter.exclude, filter.keepUnused]))
      .digest("hex"),
    written: {
      ...written,
      root: edit(
        written.root,
        [...gone].map((pointer) => [pointer, () => undefined]),
        new Origins(),
      ),
    },
    ...(moved.length > 0 && placesAfter(document, root, origins)),
  };
  return { document: filtered, diagnostics: aboutKept(reading.diagnostics, filtered, gone) };
}

/** What is kept as it stands: what the document says of all operations, and the items of those that are kept. */
function keptParts({ root }: Document, items: readonly Item[]): readonly Part[] {
  const { components } = root;
  const apart = new Set(["components", "paths", "webhooks", ...unknownMembers(root)]);
  const rest = Object.entries(root).filter(([name]) => !apart.has(name));
  const sections = new Set(SECTIONS.values());
  const others = Object.entries(isJsonObject(components) ? components : {}).filter(([name]) => !sections.has(name));
  const ofItem = (item: Item): readonly Part[] => {
    if (item.kept.size === 0) return [];
    const own = { value: valueAt(root, pointerSegments(item.pointer)), pointer: item.pointer };
    return (isRewritten(item) ? layersOf(item) : [own]).map(({ value, pointer }) => {
      return { value: withKept(value, item), object: "Path Item", pointer };
    });
  };
  return [
    { value: { ...Object.fromEntries(rest), components: Object.fromEntries(others) }, object: "OpenAPI", pointer: "#" },
    ...items.flatMap(ofItem),
  ];
}

function withKept(value: Json | undefined, { kept }: Item): JsonObject {
  const members = Object.entries(isJsonObject(value) ? value : {});
  return Object.fromEntries(members.filter(([name]) => !isMethod(name) || kept.has(name)));
}

/**
 * Places of the document as its author wrote it that are gone, each with all that is in it. Where something in there has
 * been moved, what its author wrote stays.
 */
function goneAsWritten(
  { asWritten = (pointer) => pointer }: Document,
  removed: readonly string[],
  components: ReadonlySet<string>,
  moved: readonly string[],
): ReadonlySet<string> {
  // An older version may have one part for several.
  const kept = new Set([...components, ...moved.flatMap(placesAround)].map(asWritten));
  return new Set(removed.map(asWritten).filter((pointer) => !kept.has(pointer)));
}

function placesAfter(document: Document, root: JsonObject, origins: Origins): Pick<Document, "asWritten" | "placeOf"> {
  const { placeOf, asWritten = (pointer) => pointer } = document;
  const before = (pointer: string): string => origins.of(root, pointer, { pointer: "#", placeOf }).pointer;
  return { placeOf: (pointer) => placeOf(before(pointer)), asWritten: (pointer) => asWritten(before(pointer)) };
}

/** Without what is said of parts that are gone; of another file, a pointer leads into that, so it counts as a whole. */
function aboutKept(
  diagnostics: readonly Diagnostic[],
  { file: own, written }: Document,
  gone: ReadonlySet<string>,
): readonly Diagnostic[] {
  let files: Set<string> | undefined;
  const isOfKept = (file: string): boolean => {
    files ??= filesOf(written);
    return files.has(file);
  };
  return diagnostics.filter(({ file, pointer }) =>
    file === own ? !placesAround(pointer).some((place) => gone.has(place)) : isOfKept(file),
  );
}

function filesOf({ root, version, placeOf }: Document["written"]): Set<string> {
  const files = new Set<string>();
  visitFields(root, version, ({ pointer }) => files.add(placeOf(pointer).file));
  return files;
}
