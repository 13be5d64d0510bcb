import { BINARY, isJsonObject, type Json, type JsonObject, KEYWORDS } from "@earmark/openapi";
import { canonical, type Place } from "../findings/place.ts";

/** Whether two references lead to the same thing. */
type SameReference = (before: string, after: string) => boolean;

/** Whether two schemas say the same in the same words, keys in any order. */
export function isSameWording(
  one: Json | undefined,
  other: Json | undefined,
  isSameReference?: SameReference,
): boolean {
  return isSame(one, other, isDocumentation, isSameReference);
}

/** The same, and in what people read as well. */
export function isSameText(one: Json | undefined, other: Json | undefined, isSameReference?: SameReference): boolean {
  return isSame(one, other, () => false, isSameReference);
}

function isSame(
  one: Json | undefined,
  other: Json | undefined,
  ignores: (key: string, value: Json | undefined) => boolean,
  isSameReference: SameReference = (before, after) => before === after,
): boolean {
  const areSame = (a: Json | undefined, b: Json | undefined): boolean => isSame(a, b, ignores, isSameReference);
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item: Json, index) => areSame(item, other[index]));
  if (!isJsonObject(one) || !isJsonObject(other)) return one === other;
  if (one[BINARY] !== other[BINARY]) return false;
  const keysOf = (schema: JsonObject): string[] => Object.keys(schema).filter((key) => !ignores(key, schema[key]));
  const [keys, others] = [keysOf(one), keysOf(other)];
  return (
    keys.length === others.length &&
    keys.every((key) => {
      const [value, otherValue] = [one[key], other[key]];
      const areReferences = key === "$ref" && typeof value === "string" && typeof otherValue === "string";
      return key in other && (areReferences ? isSameReference(value, otherValue) : areSame(value, otherValue));
    })
  );
}

/** A property may be called `description`, and is a schema then. */
function isDocumentation(key: string, value: Json | undefined): boolean {
  if (key.startsWith("x-")) return true;
  return KEYWORDS.get(key)?.isDocumentation === true && !isJsonObject(value) && typeof value !== "boolean";
}

/** The same text for schemas that say the same about values in the same words. */
export function canonicalSchema({ value }: Pick<Place, "value">): string {
  return canonical(withoutDocumentation(value));
}

function withoutDocumentation(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutDocumentation);
  if (!isJsonObject(value)) return value;
  const kept = Object.entries(value).filter(([key, member]) => !isDocumentation(key, member));
  const bytes = value[BINARY] === true ? { format: "binary" } : {};
  return { ...Object.fromEntries(kept.map(([key, member]) => [key, withoutDocumentation(member)])), ...bytes };
}
