import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import type { Schema } from "./schema.ts";

/** `readOnly`: only the server writes it. `writeOnly`: only the client does (OpenAPI 3.0.4, Schema Object). */
export type Marker = "readOnly" | "writeOnly";
/** The schema that a reference leads to. */
export type Resolve = (ref: string) => Schema | undefined;

/** Names of properties with a marker, in a schema itself or in what it takes over by `$ref` and `allOf`. */
export function markedProperties(schema: Schema, marker: Marker, resolve: Resolve): readonly string[] {
  return takenOver(schema, resolve).flatMap(({ properties }) =>
    Object.entries(isJsonObject(properties) ? properties : {})
      .filter(([, property]) => takenOver(property, resolve).some((part) => part[marker] === true))
      .map(([name]) => name),
  );
}

/** Names that a schema requires, itself or by what it takes over. */
export function requiredProperties(schema: Schema, resolve: Resolve): readonly string[] {
  return takenOver(schema, resolve).flatMap(({ required }) => (Array.isArray(required) ? required.map(String) : []));
}

/** A schema and all that it takes over. */
function takenOver(schema: Json | undefined, resolve: Resolve): readonly JsonObject[] {
  if (!isJsonObject(schema)) return [];
  const { $ref: ref, allOf } = schema;
  return [
    schema,
    ...(typeof ref === "string" ? takenOver(resolve(ref), resolve) : []),
    ...(Array.isArray(allOf) ? allOf.flatMap((part: Json) => takenOver(part, resolve)) : []),
  ];
}

/** The same schema, requiring none of the names. */
export function withoutRequired(schema: JsonObject, names: ReadonlySet<string>): JsonObject {
  const { required, ...rest } = schema;
  if (!Array.isArray(required)) return schema;
  const kept = required.filter((name: Json) => !names.has(String(name)));
  if (kept.length === required.length) return schema;
  return kept.length === 0 ? rest : { ...rest, required: kept };
}
