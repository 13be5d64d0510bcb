import {
  componentName,
  isJsonObject,
  isSchema,
  type Json,
  type JsonObject,
  mapSubschemas,
  pascalCase,
  type Schema,
  uniqueName,
} from "@earmark/openapi";

/** On a schema that is to be declared as an alias: the alias. */
export const DECLARED_AS = "x-declared-as";
/** Instead of a reference to such a schema: its alias. */
export const ALIAS = "x-alias";

/** Keywords whose schemas TypeScript looks into as soon as it looks at the type; members of objects can wait. */
const EAGER = ["allOf", "anyOf", "oneOf", "prefixItems"];

/**
 * Component schemas with an alias for each whose type contains itself without an object in between: a list of itself,
 * say, or a union with one. Such a type is an error as a property of an interface; among aliases it is not.
 */
export function aliasCircles(schemas: JsonObject): JsonObject {
  const taken = new Set<string>();
  const circles = [...eagerCircles(schemas)].sort();
  if (circles.length === 0) return schemas;
  const aliases = new Map(circles.map((name) => [name, uniqueName(`$${pascalCase(name)}`, taken)]));
  const refer = (schema: Schema): Schema => {
    const alias = typeof schema === "boolean" ? undefined : aliases.get(targetOf(schema) ?? "");
    // The library lets nobody decide about a schema without a type.
    if (alias !== undefined) return { type: "object", [ALIAS]: alias };
    return typeof schema === "boolean" ? schema : mapSubschemas(schema, "#", refer);
  };
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      const alias = aliases.get(name);
      if (alias === undefined || !isSchema(schema) || typeof schema === "boolean") return [name, schema];
      return [name, { ...mapSubschemas(schema, "#", refer), [DECLARED_AS]: alias }];
    }),
  );
}

function eagerCircles(schemas: JsonObject): ReadonlySet<string> {
  const targets = new Map(Object.entries(schemas).map(([name, schema]) => [name, new Set(eagerReferences(schema))]));
  // What refers to nothing, or is referred to by nothing, is in no circle; nor is what only such schemas refer to.
  for (let before = -1; before !== targets.size; ) {
    before = targets.size;
    const referred = new Set([...targets.values()].flatMap((names) => [...names]));
    for (const [name, names] of targets) {
      for (const target of names) if (!targets.has(target)) names.delete(target);
      if (names.size === 0 || !referred.has(name)) targets.delete(name);
    }
  }
  return new Set(targets.keys());
}

function eagerReferences(schema: Json | undefined): string[] {
  if (!isJsonObject(schema)) return [];
  const name = targetOf(schema);
  const lists = EAGER.flatMap((keyword) =>
    Array.isArray(schema[keyword]) ? (schema[keyword] as readonly Json[]) : [],
  );
  return [...(name === undefined ? [] : [name]), ...[schema.items, ...lists].flatMap(eagerReferences)];
}

function targetOf({ $ref: ref }: JsonObject): string | undefined {
  return typeof ref === "string" ? componentName(ref) : undefined;
}
