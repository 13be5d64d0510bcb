import type { Document } from "../document/document.ts";
import { mentionsIn } from "../document/mentions.ts";
import { isMethod } from "../http/method.ts";
import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { parentOf, placesAround, pointerSegments, pointerTo, valueAt } from "../json/json-pointer.ts";
import { namesOfPlace, uniqueName } from "../model/names.ts";
import { visitFields } from "../objects/walk.ts";
import { type Edited, editSelected } from "../overlay/edit-selected.ts";
import type { Origin, Origins } from "../overlay/origins.ts";
import { type Item, isRewritten, layersOf } from "./items.ts";
import { type Needs, namesIn, SECTIONS, unknownMembers } from "./needs.ts";

/** What becomes of a value, as {@link editSelected} takes it. */
type Change = (value: Json) => Edited | undefined;
const remove: Change = () => undefined;

/** Parts of a document that are not kept, each with all that is in it. */
export function removedParts(document: Document, items: readonly Item[], needs: Needs): readonly string[] {
  const operations = items.flatMap((item) => {
    if (item.kept.size === 0) return [item.pointer];
    if (isRewritten(item)) return [];
    return item.sites.flatMap(({ method }) => (item.kept.has(method) ? [] : [pointerTo(item.pointer, method)]));
  });
  const components = [...SECTIONS.values()].flatMap((section) =>
    namesIn(document, section).map((name) => pointerTo("#/components", section, name)),
  );
  const gone = components.filter((pointer) => !needs.components.has(pointer));
  return [...operations, ...gone, ...needs.links, ...idleMembers(document, needs, new Set(gone))];
}

/** Extensions of the document itself that nothing needs, such as `x-webhooks`, and that refer to what is gone. */
function idleMembers({ root }: Document, { others }: Needs, gone: ReadonlySet<string>): readonly string[] {
  return unknownMembers(root).flatMap((name) => {
    if (others.has(name)) return [];
    let isBroken = false;
    visitFields({ [name]: root[name] ?? null }, "3.1", (occurrence) => {
      isBroken ||= mentionsIn(occurrence, { root, version: "3.1" }).some(({ target }) =>
        placesAround(target).some((place) => gone.has(place)),
      );
    });
    return isBroken ? [pointerTo("#", name)] : [];
  });
}

/**
 * A document without what is removed, and with what stood in there and is needed among its components.
 *
 * @param origins Where it is noted what has moved.
 */
export function pruned(
  document: Document,
  items: readonly Item[],
  needs: Needs,
  removed: readonly string[],
  origins: Origins,
): JsonObject {
  const moves = movesOf(document, needs);
  const renamed = edit(document.root, renaming(needs, moves), origins);
  const origin = (pointer: string): Origin => ({ pointer, placeOf: document.placeOf });
  const rewritten = items.filter(isRewritten).map((item): [string, Change] => {
    return [item.pointer, () => ({ value: inOne(item, renamed, origins, origin), origin: undefined })];
  });
  const emptied = new Set([...needs.links].map(parentOf));
  const root = edit(
    renamed,
    [
      ...removed.map((pointer): [string, Change] => [pointer, remove]),
      ...rewritten,
      ...[...emptied].map((pointer): [string, Change] => [pointer, unlessEmpty]),
    ],
    origins,
  );
  return withComponents(root, renamed, moves, origins, origin);
}

/** A part that becomes a component. */
interface Move {
  readonly from: string;
  readonly section: string;
  readonly name: string;
}

/** Strays under the names that generated code gives to them where they stand. One within another becomes a second component. */
function movesOf(document: Document, { strays }: Needs): readonly Move[] {
  const taken = new Map<string, Set<string>>();
  return [...strays].flatMap(([from, object]) => {
    const section = SECTIONS.get(object);
    if (section === undefined) return [];
    const names = taken.get(section) ?? new Set(namesIn(document, section));
    taken.set(section, names);
    const [shortest = "", ...longer] = namesOfPlace(from);
    return [{ from, section, name: uniqueName(shortest, names, longer) }];
  });
}

function renaming({ mentions }: Needs, moves: readonly Move[]): readonly [string, Change][] {
  const bySource = new Map(moves.map((move) => [move.from, move]));
  return [...mentions].flatMap(([at, target]): readonly [string, Change][] => {
    const move = bySource.get(target);
    if (move === undefined) return [];
    const value = pointerTo("#/components", move.section, move.name).replaceAll("%", "%25");
    return [[at, () => ({ value, origin: undefined })]];
  });
}

/** A value, and where it was written. */
interface Moved {
  readonly value: Json;
  readonly from: Origin;
}

/** A path item together with the one that it refers to, without operations that are not kept. */
function inOne(item: Item, root: JsonObject, origins: Origins, origin: (pointer: string) => Origin): JsonObject {
  const members = new Map<string, Moved>();
  const parameters: Moved[] = [];
  for (const { pointer } of layersOf(item).toReversed()) {
    const layer = valueAt(root, pointerSegments(pointer));
    for (const [name, value] of Object.entries(isJsonObject(layer) ? layer : {})) {
      const at = pointerTo(pointer, name);
      if (name === "$ref" || (isMethod(name) && !item.kept.has(name))) continue;
      if (name !== "parameters" || !Array.isArray(value)) members.set(name, { value, from: origin(at) });
      else parameters.push(...value.map((each, index) => ({ value: each, from: origin(pointerTo(at, index)) })));
    }
  }
  const placed = (moved: Iterable<readonly [string, Moved]>) =>
    [...moved].map(([name, { from }]) => [name, from] as const);
  if (parameters.length > 0) {
    const list = parameters.map(({ value }) => value);
    const moves = placed(parameters.map((each, index) => [String(index), each]));
    members.set("parameters", { value: origins.record(list, undefined, moves), from: origin(item.pointer) });
  }
  const made = Object.fromEntries([...members].map(([name, { value }]) => [name, value]));
  return origins.record(made, undefined, placed(members));
}

/** With the parts that have moved, and without sections that have nothing any more. */
function withComponents(
  root: JsonObject,
  before: JsonObject,
  moves: readonly Move[],
  origins: Origins,
  origin: (pointer: string) => Origin,
): JsonObject {
  const { components = {} } = root;
  if (!isJsonObject(components)) return root;
  const added = Map.groupBy(moves, ({ section }) => section);
  const names = new Set([...Object.keys(components), ...added.keys()]);
  const sections = [...names].flatMap((name): readonly (readonly [string, Json])[] => {
    const { [name]: section = {} } = components;
    const moved = added.get(name) ?? [];
    if (!isJsonObject(section)) return [[name, section]];
    if (moved.length === 0) return Object.keys(section).length === 0 ? [] : [[name, section]];
    const members = moved.map((move) => [move.name, valueAt(before, pointerSegments(move.from)) ?? null] as const);
    const places = moved.map((move) => [move.name, origin(move.from)] as const);
    return [[name, origins.record({ ...section, ...Object.fromEntries(members) }, section, places)]];
  });
  const { components: _, ...others } = root;
  const made = origins.record(Object.fromEntries(sections), components, []);
  return origins.record(sections.length === 0 ? others : { ...root, components: made }, root, []);
}

const unlessEmpty: Change = (value) =>
  isJsonObject(value) && Object.keys(value).length === 0 ? undefined : { value, origin: undefined };

/** An object with some of its parts changed; a part that is not there stays so. */
export function edit(root: JsonObject, changes: readonly (readonly [string, Change])[], origins: Origins): JsonObject {
  const byPointer = new Map(changes);
  const locations = [...byPointer.keys()].map(pointerSegments);
  const change = (value: Json, location: readonly (string | number)[]): Edited | undefined =>
    byPointer.get(pointerTo("#", ...location))?.(value);
  const edited = editSelected(root, locations, change, origins)?.value;
  return isJsonObject(edited) ? edited : root;
}
