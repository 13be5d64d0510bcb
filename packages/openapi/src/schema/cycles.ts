import { isJsonObject, type Json } from "../json/json.ts";
import { isInPlace } from "./keywords.ts";
import { componentName, isSchema, type Schema } from "./schema.ts";
import { referencesOf } from "./walk.ts";

/**
 * Schemas by name, with the circles broken that come from a habit: a schema lists its variants by `oneOf`, and each of
 * them builds on it by `allOf`. Read to the letter, checking a value would never end (JSON Schema Core 9.4.1), so a
 * variant takes over what the schema says apart from the list.
 *
 * @param repaired Told the name of each schema that has been changed.
 */
export function withoutCircles(
  schemas: ReadonlyMap<string, Schema>,
  repaired: (name: string) => void,
): ReadonlyMap<string, Schema> {
  const broken = new Map(schemas);
  for (const [name, schema] of schemas) {
    if (!isJsonObject(schema) || (schema.oneOf === undefined && schema.anyOf === undefined)) continue;
    const { oneOf = [], anyOf = [], discriminator: _, ...base } = schema;
    for (const variant of reachable(targetsOf({ oneOf, anyOf }), broken)) {
      const before = broken.get(variant);
      if (before === undefined || variant === name) continue;
      const after = withBase(before, name, base);
      if (after === before) continue;
      broken.set(variant, after);
      repaired(variant);
    }
  }
  return broken;
}

/** The names of schemas that are about the same value as themselves, directly or by way of others. */
export function circular(schemas: ReadonlyMap<string, Schema>): string[] {
  return [...schemas].filter(([name, schema]) => reachable(targetsOf(schema), schemas).has(name)).map(([name]) => name);
}

/** A schema that builds on another by `$ref` or `allOf`, with that replaced. */
function withBase(schema: Schema, name: string, base: Schema): Schema {
  if (!isJsonObject(schema)) return schema;
  const { $ref: ref, allOf, ...rest } = schema;
  if (typeof ref === "string" && componentName(ref) === name)
    return Object.keys(schema).length === 1 ? base : { ...rest, allOf: [base, ...listOf(allOf)] };
  const parts = listOf(allOf);
  const replaced = parts.map((part) => (isSchema(part) ? withBase(part, name, base) : part));
  return parts.every((part, index) => part === replaced[index]) ? schema : { ...schema, allOf: replaced };
}

function reachable(names: readonly string[], schemas: ReadonlyMap<string, Schema>): ReadonlySet<string> {
  const found = new Set(names);
  // A set may grow while it is walked.
  for (const name of found) for (const target of targetsOf(schemas.get(name))) found.add(target);
  return found;
}

/** Names of the schemas that are about the same value (JSON Schema Core 10.2). */
function targetsOf(schema: Schema | undefined): readonly string[] {
  return schema === undefined ? [] : referencesOf(schema, isInPlace);
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
