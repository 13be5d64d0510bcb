import { isJsonObject, type Json, mapSubschemas, renameMapping, type Schema, visitSubschemas } from "@earmark/openapi";

/** Whether a schema refers to others by the way that a check has come (JSON Schema Core 8.2.3.2). */
export function usesDynamicReferences(schema: Schema): boolean {
  if (typeof schema === "boolean") return false;
  let found = schema.$dynamicRef !== undefined;
  visitSubschemas(schema, "#", (subschema) => {
    found ||= usesDynamicReferences(subschema);
  });
  return found;
}

/**
 * A schema of the document as a resource of its own, under a URI, so that each may give `$dynamicAnchor`s another
 * meaning: generic lists, trees. Its references to components become relative to the document.
 */
export function asResource(schema: Schema, uri: string, document: string): Schema {
  return typeof schema === "boolean" ? schema : { ...absolute(schema, document), $id: uri };
}

function absolute<T extends Schema>(schema: T, document: string): T;
function absolute(schema: Schema, document: string): Schema {
  if (!isJsonObject(schema)) return schema;
  const refer = (ref: string): string => (ref.startsWith("#/") ? document + ref : ref);
  const mapped: Record<string, Json> = {
    ...mapSubschemas(schema, "#", (subschema) => absolute(subschema, document)),
    ...renameMapping(schema.discriminator, refer),
  };
  return typeof mapped.$ref === "string" ? { ...mapped, $ref: refer(mapped.$ref) } : mapped;
}
