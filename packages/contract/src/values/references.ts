import { isJsonObject, type JsonObject, mapSubschemas } from "@earmark/openapi";
import type { JsonSchema } from "@earmark/validation";

/** Finds what a `$ref` points to. */
export type Resolve = (reference: string) => JsonSchema;

/** Finds schemas of the generated table, by name or by a reference into the components of any document. */
export function resolveIn(schemas: Readonly<Record<string, JsonSchema>>): Resolve {
  return (reference) => {
    const schema = schemas[reference.replace(/^.*#\/components\/schemas\//, "")];
    if (schema === undefined) throw new Error(`There is no schema ${reference}.`);
    return schema;
  };
}

/** The schema that another one is by its reference, with what stands beside that; itself where it has none. */
export function dereferenced({ $ref, ...own }: JsonSchema, resolve: Resolve): JsonSchema {
  return $ref === undefined ? own : { ...resolve($ref), ...own };
}

/** The same schema with every direct subschema replaced, but for `true` and `false`. */
export function withSubschemas(
  schema: JsonSchema,
  replace: (subschema: JsonSchema, keyword: string) => JsonSchema,
): JsonSchema {
  // All that is in a schema is JSON, which its type does not say.
  const replaceObject = (subschema: JsonObject, keyword: string) => replace(subschema, keyword) as JsonObject;
  return mapSubschemas(schema as JsonObject, (subschema, keyword) =>
    isJsonObject(subschema) ? replaceObject(subschema, keyword) : subschema,
  );
}
