import { isJsonObject, type Json, type JsonObject, pointerTo } from "@earmark/openapi";
import { canonical } from "./canonical.ts";
import { type Place, placeAt } from "./place.ts";

/** The innermost place that holds all of an edit, and that the later value still has. */
export function editedPlace(before: Json | undefined, after: Place): Place {
  const { value } = after;
  if (isJsonObject(before) && isJsonObject(value)) {
    const [key, ...others] = differingKeys(before, value);
    if (key === undefined || others.length > 0 || value[key] === undefined) return after;
    return editedPlace(before[key], placeAt(after, pointerTo(after.pointer, key), value[key]));
  }
  if (Array.isArray(before) && Array.isArray(value) && before.length === value.length) {
    const list: readonly Json[] = before;
    const differing = value.flatMap((item: Json, index) => (isSame(list[index], item) ? [] : [{ item, index }]));
    const [only, ...others] = differing;
    if (only === undefined || others.length > 0) return after;
    return editedPlace(list[only.index], placeAt(after, pointerTo(after.pointer, only.index), only.item));
  }
  return after;
}

function differingKeys(before: JsonObject, after: JsonObject): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter((key) => !isSame(before[key], after[key]));
}

function isSame(one: Json | undefined, other: Json | undefined): boolean {
  return one === undefined || other === undefined ? one === other : canonical(one) === canonical(other);
}
