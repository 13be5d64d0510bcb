import { isJsonObject, type Json, type JsonObject } from "@earmark/openapi";
import type { JsonLocation } from "./json-path.ts";
import type { Origins } from "./origins.ts";

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
