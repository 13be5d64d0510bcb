import { code, isJsonObject, type Json, type JsonObject } from "@earmark/openapi";
import { canonical } from "@earmark/openapi-diff";
import { memberOrigin, type Origin, type Origins } from "./origins.ts";
import type { JsonLocation } from "./overlay.ts";

/** Two values that cannot be merged: a list and a string, say. */
export class Unmergeable extends Error {
  override readonly name = "Unmergeable";
  readonly code = "unmergeable";
}

/** What to merge, and where it was written. */
interface Update<T extends Json = Json> {
  readonly value: T;
  readonly origin: Origin;
  /** What it may replace, in the same shape. */
  readonly was: Json | undefined;
}

/**
 * Merges an update into an object, or appends it to a list. Returns the target itself when everything is there already:
 * then nothing is left to repair. (Appending what a list already holds would follow the letter of the specification, and help no one.)
 *
 * A value that is not the one which the update was written against is not replaced: the author of the update did not know it.
 *
 * @throws {Unmergeable}
 * @see https://spec.openapis.org/overlay/v1.0.0.html#action-object
 */
export function merge(target: Json, update: Update, origins: Origins): Json {
  const { value } = update;
  if (isJsonObject(target) && isJsonObject(value)) return mergeObjects(target, { ...update, value }, origins);
  if (Array.isArray(target)) {
    // A list within a list means nothing in OpenAPI; it is a slip of those who know a later edition of the specification.
    if (Array.isArray(value))
      throw new Unmergeable("it selects a list, to which one entry is appended, and gives a list");
    return append(target, [update], origins);
  }
  throw new Unmergeable(`it selects ${kindOf(target)}, and gives ${kindOf(value)}`);
}

function mergeObjects(target: JsonObject, update: Update<JsonObject>, origins: Origins): JsonObject {
  const merged = new Map(Object.entries(target));
  const moves = new Map<string, Origin>();
  let isChanged = false;
  for (const [key, value] of Object.entries(update.value)) {
    const origin = memberOrigin(update.origin, key);
    const known = Object.hasOwn(target, key) ? target[key] : undefined;
    const was = update.was === undefined ? undefined : memberOf(update.was, key);
    if (known === undefined && was !== undefined)
      throw new Unmergeable(`\`${key}\`, which the repair was written against, is not in the document any more`);
    const member = known === undefined ? value : mergeMember(key, known, { value, origin, was }, origins);
    if (member === known) continue;
    isChanged = true;
    merged.set(key, member);
    // What was merged consists of both, and knows by itself which part is whose.
    if (known === undefined || typeof member !== "object" || member === null) moves.set(key, origin);
  }
  return isChanged ? origins.record(Object.fromEntries(merged), target, moves) : target;
}

function mergeMember(key: string, target: Json, update: Update, origins: Origins): Json {
  const { value, origin, was } = update;
  if (isJsonObject(target) && isJsonObject(value)) return mergeObjects(target, { ...update, value }, origins);
  if (Array.isArray(target) && Array.isArray(value)) {
    const entries = value.map((entry: Json, index) => ({ value: entry, origin: memberOrigin(origin, index), was }));
    return append(target, entries, origins);
  }
  if (!isPrimitive(target) || !isPrimitive(value)) {
    const advice = `remove \`${key}\` in an action before this one`;
    throw new Unmergeable(`\`${key}\` is ${kindOf(target)} in the document and ${kindOf(value)} here; ${advice}`);
  }
  if (target === value) return target;
  if (target === was) return value;
  const now = `${shown(target)} in the document`;
  const expected = was === undefined ? "which the repair does not know of" : `and was ${shown(was)} for the repair`;
  const advice = `look again, and if it is still right, write ${code(`${key}: ${canonical(target)}`)} into \`x-was\``;
  throw new Unmergeable(`\`${key}\` is ${now}, ${expected}; ${advice}`);
}

function append(target: readonly Json[], entries: readonly Update[], origins: Origins): readonly Json[] {
  const known = new Set(target.map(canonical));
  const added = entries.filter(({ value }) => !known.has(canonical(value)));
  if (added.length === 0) return target;
  const moves = added.map(({ origin }, index) => [String(target.length + index), origin] as const);
  return origins.record([...target, ...added.map(({ value }) => value)], target, moves);
}

function isPrimitive(value: Json): boolean {
  return typeof value !== "object" || value === null;
}

/** As it is quoted in a message. */
function shown(value: Json): string {
  return code(canonical(value));
}

function kindOf(value: Json): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  return typeof value === "string" ? "a string" : JSON.stringify(value);
}

/**
 * The value with another one at a place, and everything around it copied. What was there is removed where `edit` returns
 * undefined; where there is nothing, or the same comes back, nothing is changed.
 */
export function editAt(
  value: Json,
  [key, ...rest]: JsonLocation,
  edit: (value: Json) => Json | undefined,
  origins: Origins,
): Json | undefined {
  if (key === undefined) return edit(value);
  const known = memberOf(value, key);
  if (known === undefined) return value;
  const member = editAt(known, rest, edit, origins);
  if (member === known) return value;
  return Array.isArray(value)
    ? withItem(value, Number(key), member, origins)
    : withMember(value as JsonObject, String(key), member, origins); // it has a member
}

/** What stands under a key or an index. */
export function memberOf(value: Json, key: string | number): Json | undefined {
  if (Array.isArray(value)) return value[Number(key)];
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function withMember(object: JsonObject, key: string, member: Json | undefined, origins: Origins): JsonObject {
  const entries = Object.entries(object).flatMap(([name, value]): [string, Json][] => {
    if (name !== key) return [[name, value]];
    return member === undefined ? [] : [[name, member]];
  });
  return origins.record(Object.fromEntries(entries), object, []);
}

function withItem(list: readonly Json[], at: number, item: Json | undefined, origins: Origins): readonly Json[] {
  if (item !== undefined) return origins.record(list.with(at, item), list, []);
  const rest = list.toSpliced(at, 1);
  // What stands behind has moved up.
  const moves = rest.map(
    (_, index) => [String(index), origins.moveOf(list, String(index < at ? index : index + 1))] as const,
  );
  return origins.record(rest, undefined, moves);
}
