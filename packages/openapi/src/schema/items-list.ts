import type { Json, JsonObject } from "../json/json.ts";
import type { Repair } from "./repair.ts";

/**
 * `items: [A, B]` is what `prefixItems: [A, B]` was called before 2020-12. With one schema in the list, a list of such
 * items is meant.
 */
export function withoutItemsList(schema: JsonObject, pointer: string, repair: (repair: Repair) => void): JsonObject {
  const { items, ...rest } = schema;
  if (!Array.isArray(items)) return schema;
  repair({ kind: "list of items, as in older drafts of JSON Schema", pointer });
  const [only = true, ...others]: readonly Json[] = items;
  return others.length === 0 ? { ...rest, items: only } : { ...rest, prefixItems: items };
}
