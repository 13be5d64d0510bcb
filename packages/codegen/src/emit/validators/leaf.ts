import {
  isAnnotation,
  isJsonObject,
  type Json,
  type JsonObject,
  typesOf,
  visitSchemas,
  visitSubschemas,
} from "@earmark/openapi";

/** From how many properties on, a check of their own costs less than one in each place. */
const MANY = 8;

/**
 * All that a scalar, or a list of scalars, says about values: two with the same have the same check. Undefined for a schema
 * that holds or refers to others, or lists its values, which are shared as they are.
 */
export function leafKey(schema: Json): string | undefined {
  if (!isJsonObject(schema)) return undefined;
  let isLeaf = !["$ref", "$dynamicRef", "enum", "const"].some((keyword) => schema[keyword] !== undefined);
  visitSubschemas(schema, (items, keyword) => {
    isLeaf &&= keyword === "items" && leafKey(items) !== undefined;
  });
  return isLeaf ? JSON.stringify(rulesOf(schema)) : undefined;
}

/** What the check of a leaf is called after: what it is about. */
export function leafLabel(schema: JsonObject): string {
  const words = rulesOf(schema).flatMap(([keyword, value]) => {
    if (keyword === "type") return [];
    if (keyword === "items") return isJsonObject(schema.items) ? [leafLabel(schema.items)] : [];
    return keyword === "format" ? [String(value)] : [keyword];
  });
  return [...typesOf(schema), ...words].join("-");
}

function rulesOf(schema: JsonObject): readonly [string, Json][] {
  return Object.entries(schema)
    .filter(([keyword]) => !isAnnotation(keyword) || keyword === "format")
    .map(([keyword, value]) => [keyword, keyword === "items" && isJsonObject(value) ? rulesOf(value) : value]);
}

/** The keys of leaves that are the schemas of many properties. */
export function repeatedLeaves(schemas: Iterable<JsonObject | boolean>): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const schema of schemas)
    visitSchemas(schema, ({ properties }) => {
      for (const property of Object.values(isJsonObject(properties) ? properties : {})) {
        const key = leafKey(property);
        if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    });
  return new Set([...counts].flatMap(([key, found]) => (found < MANY ? [] : [key])));
}
