import { isJsonObject, isSchema, type Json, pointerTo } from "@earmark/openapi";
import type { SchemaPlace } from "./shape.ts";

/** The schemas of the list under a keyword. */
export function listAt({ side, pointer, value: schema }: SchemaPlace, keyword: string): SchemaPlace[] {
  const list = typeof schema === "boolean" ? undefined : schema[keyword];
  if (!Array.isArray(list)) return [];
  return list.flatMap((value: Json, index) =>
    isSchema(value) ? [{ side, pointer: pointerTo(pointer, keyword, index), value }] : [],
  );
}

/** The schemas of the map under a keyword. */
export function mapAt({ side, pointer, value: schema }: SchemaPlace, keyword: string): Map<string, SchemaPlace> {
  const map = typeof schema === "boolean" ? undefined : schema[keyword];
  if (!isJsonObject(map)) return new Map();
  return new Map(
    Object.entries(map).flatMap(([name, value]) =>
      isSchema(value) ? [[name, { side, pointer: pointerTo(pointer, keyword, name), value }]] : [],
    ),
  );
}
