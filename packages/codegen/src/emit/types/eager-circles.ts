import {
  isJsonObject,
  isSchema,
  type JsonObject,
  mapSchemas,
  mapSubschemas,
  pascalCase,
  referencesOf,
  type Schema,
  uniqueName,
} from "@earmark/openapi";

/** On a schema that is to be declared as an alias: the alias. */
export const DECLARED_AS = "x-declared-as";
/** Instead of a reference to such a schema: its alias. */
export const ALIAS = "x-alias";

/** Whether TypeScript looks into the types of a keyword's schemas as soon as it looks at the type; members of objects can wait. */
const isEager = (keyword: string): boolean => ["allOf", "anyOf", "items", "oneOf", "prefixItems"].includes(keyword);

/**
 * Component schemas with an alias for each whose type contains itself without an object in between: a list of itself,
 * say, or a union with one. Such a type is an error as a property of an interface; among aliases it is not.
 */
export function aliasCircles(schemas: JsonObject): JsonObject {
  const taken = new Set<string>();
  const circles = [...eagerCircles(schemas)].sort();
  if (circles.length === 0) return schemas;
  const aliases = new Map(circles.map((name) => [name, uniqueName(`$${pascalCase(name)}`, taken)]));
  const refer = (schema: JsonObject): Schema => {
    const [target = ""] = referencesOf(schema, () => false);
    const alias = aliases.get(target);
    // The library lets nobody decide about a schema without a type.
    return alias === undefined ? schema : { type: "object", [ALIAS]: alias };
  };
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      const alias = aliases.get(name);
      if (alias === undefined || !isJsonObject(schema)) return [name, schema];
      return [
        name,
        { ...mapSubschemas(schema, "#", (subschema) => mapSchemas(subschema, refer)), [DECLARED_AS]: alias },
      ];
    }),
  );
}

function eagerCircles(schemas: JsonObject): ReadonlySet<string> {
  const targets = new Map(
    Object.entries(schemas).map(([name, schema]) => [
      name,
      new Set(isSchema(schema) ? referencesOf(schema, isEager) : []),
    ]),
  );
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
