import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import type { JsonLocation } from "./json-path.ts";
import type { Origin, Origins } from "./origins.ts";

/** What a value has become, and where it was written; without an origin, where it was before. */
export interface Edited {
  readonly value: Json;
  readonly origin: Origin | undefined;
}

/** What becomes of a value at a location; undefined where it is removed. */
type Change = (value: Json, location: JsonLocation) => Edited | undefined;

/**
 * The value with everything that is selected changed, and what is around that copied. What is inside of something else
 * that is selected is changed first. Where nothing changes, the same value comes back; undefined where it is removed.
 *
 * Each object and list is copied once, however much of it is selected.
 */
export function editSelected(
  root: Json,
  locations: readonly JsonLocation[],
  change: Change,
  origins: Origins,
): Edited | undefined {
  return edited(root, selectionOf(locations), change, origins);
}

/** What is selected of a value and of what is inside of it. */
interface Selection {
  /** Where it is; undefined where it is not selected itself. */
  location: JsonLocation | undefined;
  readonly members: Map<string, Selection>;
}

function selectionOf(locations: readonly JsonLocation[]): Selection {
  const root: Selection = { location: undefined, members: new Map() };
  for (const location of locations) {
    let selection = root;
    for (const key of location.map(String)) {
      const inner = selection.members.get(key) ?? { location: undefined, members: new Map() };
      selection.members.set(key, inner);
      selection = inner;
    }
    selection.location = location;
  }
  return root;
}

function edited(value: Json, selection: Selection, change: Change, origins: Origins): Edited | undefined {
  const inner = selection.members.size === 0 ? value : withMembers(value, selection, change, origins);
  const { location } = selection;
  return location === undefined ? { value: inner, origin: undefined } : change(inner, location);
}

function withMembers(value: Json, { members }: Selection, change: Change, origins: Origins): Json {
  if (typeof value !== "object" || value === null) return value;
  const owner: JsonObject | readonly Json[] = value;
  let isChanged = false;
  // Lists have their entries under the index, as objects have them under the name.
  const kept = Object.entries(owner).flatMap(([key, member]: [string, Json]) => {
    const selection = members.get(key);
    if (selection === undefined) return [{ key, member, origin: undefined }];
    const result = edited(member, selection, change, origins);
    if (result?.value !== member) isChanged = true;
    return result === undefined ? [] : [{ key, member: result.value, origin: result.origin }];
  });
  if (!isChanged) return value;
  if (isJsonObject(value)) {
    const moves = kept.flatMap(({ key, origin }) => (origin === undefined ? [] : [[key, origin] as const]));
    return origins.record(Object.fromEntries(kept.map(({ key, member }) => [key, member])), value, moves);
  }
  // What stands behind a removed entry has moved up.
  const moves = kept.map(({ key, origin }, index) => [String(index), origin ?? origins.moveOf(owner, key)] as const);
  return origins.record(
    kept.map(({ member }) => member),
    undefined,
    moves,
  );
}
