import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import type { Origin, Origins } from "./origins.ts";

/** Two values that cannot be merged: a list and a string, say. */
export class Unmergeable extends Error {
  override readonly name = "Unmergeable";
  readonly code = "unmergeable";
  /** What cannot be merged into the document. */
  readonly origin: Origin;

  constructor(reason: string, origin: Origin) {
    super(reason);
    this.origin = origin;
  }
}

/** What to merge, and where it was written. */
export interface Update<T extends Json = Json> {
  readonly value: T;
  readonly origin: Origin;
}

/** What a merge may do, where that is less than what the specification says. */
export interface MergeRules {
  /**
   * Why a value must not be put where it would be; undefined where it may.
   *
   * @param path Keys that lead to it from what the action selects.
   * @param before What is there: a primitive that it replaces, a list that it becomes an entry of; undefined where
   * nothing is.
   */
  refusal(path: readonly string[], value: Json, before: Json | undefined): string | undefined;
  /** Of entries for a list, those that it is to get. */
  additions<T extends Update>(list: readonly Json[], entries: readonly T[]): readonly T[];
}

/** What the specification says. */
export const SPECIFICATION: MergeRules = { refusal: () => undefined, additions: (_, entries) => entries };

/** What a merge needs to know everywhere. */
export interface Merging {
  readonly origins: Origins;
  readonly rules: MergeRules;
  /** Whether the entries of a list are added to a list; otherwise the list is added as one entry. */
  readonly concatenates: boolean;
}

/**
 * Merges an update into an object, adds it to a list, or puts it in the place of a primitive. Returns the target itself
 * when that changes nothing.
 *
 * @throws {Unmergeable}
 * @see https://spec.openapis.org/overlay/v1.1.0.html#action-object
 */
export function merge(target: Json, update: Update, merging: Merging): Json {
  const { value, origin } = update;
  if (isJsonObject(target) && isJsonObject(value)) return mergeObjects(target, { ...update, value }, [], merging);
  if (Array.isArray(target)) {
    if (Array.isArray(value) && merging.concatenates) return append(target, entriesOf(value, origin, merging), merging);
    refuse([], value, target, origin, merging);
    return append(target, [update], merging);
  }
  if (isPrimitive(target) && isPrimitive(value)) {
    if (target !== value) refuse([], value, target, origin, merging);
    return value;
  }
  throw new Unmergeable(`it selects ${kindOf(target)}, and gives ${kindOf(value)}`, origin);
}

function mergeObjects(
  target: JsonObject,
  update: Update<JsonObject>,
  path: readonly string[],
  merging: Merging,
): JsonObject {
  const { origins } = merging;
  const merged = new Map(Object.entries(target));
  const moves = new Map<string, Origin>();
  let isChanged = false;
  for (const [key, value] of Object.entries(update.value)) {
    const origin = origins.ofMember(update.value, key, update.origin);
    const known = Object.hasOwn(target, key) ? target[key] : undefined;
    const way = [...path, key];
    if (known === undefined) refuse(way, value, undefined, origin, merging);
    const member = known === undefined ? value : mergeMember(known, { value, origin }, way, merging);
    if (member === known) continue;
    isChanged = true;
    merged.set(key, member);
    // What was merged consists of both, and knows by itself which part is whose.
    if (known === undefined || isPrimitive(member)) moves.set(key, origin);
  }
  return isChanged ? origins.record(Object.fromEntries(merged), target, moves) : target;
}

function mergeMember(target: Json, update: Update, path: readonly string[], merging: Merging): Json {
  const { value, origin } = update;
  if (isJsonObject(target) && isJsonObject(value)) return mergeObjects(target, { ...update, value }, path, merging);
  if (Array.isArray(target) && Array.isArray(value)) return append(target, entriesOf(value, origin, merging), merging);
  if (!isPrimitive(target) || !isPrimitive(value)) {
    const key = path.at(-1);
    const advice = `remove \`${key}\` in an action before this one`;
    const reason = `\`${key}\` is ${kindOf(target)} in the document and ${kindOf(value)} here; ${advice}`;
    throw new Unmergeable(reason, origin);
  }
  if (target !== value) refuse(path, value, target, origin, merging);
  return value;
}

function entriesOf(list: readonly Json[], origin: Origin, { origins }: Merging): readonly Update[] {
  return list.map((value, index) => ({ value, origin: origins.ofMember(list, String(index), origin) }));
}

function append(target: readonly Json[], entries: readonly Update[], { origins, rules }: Merging): readonly Json[] {
  const added = rules.additions(target, entries);
  if (added.length === 0) return target;
  const moves = added.map(({ origin }, index) => [String(target.length + index), origin] as const);
  return origins.record([...target, ...added.map(({ value }) => value)], target, moves);
}

/** @throws {Unmergeable} where the rules refuse. */
function refuse(
  path: readonly string[],
  value: Json,
  before: Json | undefined,
  origin: Origin,
  { rules }: Merging,
): void {
  const reason = rules.refusal(path, value, before);
  if (reason !== undefined) throw new Unmergeable(reason, origin);
}

export function isPrimitive(value: Json): boolean {
  return typeof value !== "object" || value === null;
}

/** What a value is called in a message. */
export function kindOf(value: Json): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  return typeof value === "string" ? "a string" : JSON.stringify(value);
}
