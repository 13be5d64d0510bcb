import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { componentName, componentRef } from "../schema/schema.ts";
import type { SchemaTable } from "./schema-table.ts";

/**
 * What a named schema says of the value at the end of a path: that of properties, and of items by their index. Composition
 * is looked through. Empty where nothing is described there.
 */
export function describedAt(table: SchemaTable, name: string, path: readonly string[]): readonly JsonObject[] {
  let found = consistsOf(table, [{ $ref: componentRef(name) }]);
  for (const segment of path)
    found = consistsOf(
      table,
      found.flatMap((schema) => membersOf(schema, segment)),
    );
  return found;
}

function membersOf({ properties, prefixItems, items }: JsonObject, segment: string): readonly Json[] {
  const own = isJsonObject(properties) && Object.hasOwn(properties, segment) ? [properties[segment] ?? true] : [];
  if (!/^\d+$/.test(segment)) return own;
  const listed: readonly Json[] = Array.isArray(prefixItems) ? prefixItems : [];
  return [...own, ...[listed[Number(segment)] ?? items ?? []].flat()];
}

/** Schemas, and those that they consist of by reference and composition; each once, since one may consist of itself. */
function consistsOf(table: SchemaTable, schemas: readonly Json[]): readonly JsonObject[] {
  const found = new Set(schemas.filter(isJsonObject));
  // A set may grow while it is walked.
  for (const { $ref: ref, allOf, anyOf, oneOf } of found) {
    const target = typeof ref === "string" ? table.schemaOf(componentName(ref) ?? "") : undefined;
    for (const part of [target, allOf, anyOf, oneOf].flat()) if (isJsonObject(part)) found.add(part);
  }
  return [...found];
}
