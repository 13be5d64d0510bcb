import { buildViews, isJsonObject, type Json, KNOWN_VALUES, type Model, pointerSegments } from "@earmark/openapi";

/** Tells whether the schema at a JSON Pointer is an enumeration that types and validators of answers emit open. */
export function openEnumerations(model: Model): (pointer: string) => boolean {
  const { client } = buildViews(model);
  return (pointer) => {
    const named = model.schemas.find(
      (schema) => pointer === schema.pointer || pointer.startsWith(`${schema.pointer}/`),
    );
    if (named === undefined) return false;
    let current: Json | undefined = client.find(({ name }) => name === named.name)?.schema;
    for (const segment of pointerSegments(pointer.slice(named.pointer.length))) {
      if (Array.isArray(current)) current = current[Number(segment)];
      else current = isJsonObject(current) ? current[segment] : undefined;
    }
    return isJsonObject(current) && current[KNOWN_VALUES] !== undefined;
  };
}
