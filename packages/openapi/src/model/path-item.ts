import { isJsonObject, type Json } from "../json/json.ts";
import type { DocumentSource, Located } from "./source.ts";

/**
 * A path item, and behind it the one that it refers to: unlike other objects, it may have fields of its own beside
 * `$ref`, which come first.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#path-item-object
 */
export function pathItemLayers(source: DocumentSource, value: Json, pointer: string): readonly Located[] {
  const target = source.object(value, pointer);
  if (!isJsonObject(value) || target.value === value) return [target];
  const { $ref: ref, ...own } = value;
  const behind = typeof ref === "string" ? source.at(ref, pointer) : target;
  return [
    ...(Object.keys(own).length === 0 ? [] : [{ value: own, pointer }]),
    ...pathItemLayers(source, behind.value, behind.pointer),
  ];
}
