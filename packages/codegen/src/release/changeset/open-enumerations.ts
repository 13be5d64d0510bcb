import { type Examined, isAtOrBelow, isJsonObject, KNOWN_VALUES, pointerSegments, valueAt } from "@earmark/openapi";

/** Tells whether the schema at a JSON Pointer is an enumeration that types and validators of answers emit open. */
export function openEnumerations({ model, views }: Pick<Examined, "model" | "views">): (pointer: string) => boolean {
  const { client } = views;
  return (pointer) => {
    const named = model.schemas.find((schema) => isAtOrBelow(pointer, schema.pointer));
    if (named === undefined) return false;
    const schema = client.find(({ name }) => name === named.name)?.schema;
    const found = valueAt(schema, pointerSegments(pointer.slice(named.pointer.length)));
    return isJsonObject(found) && found[KNOWN_VALUES] !== undefined;
  };
}
