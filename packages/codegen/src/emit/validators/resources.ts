import { mapSchemas, renameMapping, type Schema, visitSchemas } from "@earmark/openapi";

/** Whether a schema refers to others by the way that a check has come (JSON Schema Core 8.2.3.2). */
export function usesDynamicReferences(schema: Schema): boolean {
  let found = false;
  visitSchemas(schema, ({ $dynamicRef: ref }) => {
    found ||= ref !== undefined;
  });
  return found;
}

/**
 * A schema of the document as a resource of its own, under a URI, so that each may give `$dynamicAnchor`s another
 * meaning: generic lists, trees. Its references to components become relative to the document.
 */
export function asResource(schema: Schema, uri: string, document: string): Schema {
  const refer = (ref: string): string => (ref.startsWith("#/") ? document + ref : ref);
  const absolute = mapSchemas(schema, (part) => ({
    ...part,
    ...renameMapping(part.discriminator, refer),
    ...(typeof part.$ref === "string" ? { $ref: refer(part.$ref) } : {}),
  }));
  return typeof absolute === "boolean" ? absolute : { ...absolute, $id: uri };
}
