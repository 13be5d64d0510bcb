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
