import { isJsonObject, type Json, type JsonObject } from "../../../document/index.ts";
import type { Place } from "../place.ts";
import { canonical } from "./shape.ts";

const DOCUMENTATION = ["$comment", "description", "example", "examples", "externalDocs", "summary", "title"];

/** Whether two schemas say the same in the same words, keys in any order. What they refer to is compared elsewhere. */
export function isSameWording(one: Json | undefined, other: Json | undefined): boolean {
  return isSame(one, other, isDocumentation);
}

/** The same, and in what people read as well. */
export function isSameText(one: Json | undefined, other: Json | undefined): boolean {
  return isSame(one, other, () => false);
}

type Ignores = (key: string, value: Json | undefined) => boolean;

function isSame(one: Json | undefined, other: Json | undefined, ignores: Ignores): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item: Json, index) => isSame(item, other[index], ignores));
  if (!isJsonObject(one) || !isJsonObject(other)) return one === other;
  const keysOf = (schema: JsonObject): string[] => Object.keys(schema).filter((key) => !ignores(key, schema[key]));
  const [keys, others] = [keysOf(one), keysOf(other)];
  return (
    keys.length === others.length &&
    keys.every((key) => key in other && (key === "$ref" || isSame(one[key], other[key], ignores)))
  );
}

/** A property may be called `description`, and is a schema then. */
function isDocumentation(key: string, value: Json | undefined): boolean {
  return key.startsWith("x-") || (DOCUMENTATION.includes(key) && !isJsonObject(value) && typeof value !== "boolean");
}

/** The same text for schemas that say the same about values in the same words. */
export function canonicalSchema({ value }: Pick<Place, "value">): string {
  return canonical(withoutDocumentation(value));
}

function withoutDocumentation(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutDocumentation);
  if (!isJsonObject(value)) return value;
  const kept = Object.entries(value).filter(([key, member]) => !isDocumentation(key, member));
  return Object.fromEntries(kept.map(([key, member]) => [key, withoutDocumentation(member)]));
}
