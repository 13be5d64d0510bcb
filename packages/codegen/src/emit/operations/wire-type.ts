import { BINARY, componentName, isJsonObject, type Json, type JsonObject, type Model, typesOf } from "@earmark/openapi";

/** What is written as text or as a part: a type of JSON Schema, or bytes. */
interface WireType {
  readonly type: string;
  readonly nullable: boolean;
}

/** The one type in which a form can carry a property; text where the document allows several, or names none. */
export function wireType(model: Model, schema: Json | undefined): WireType {
  return namedType(model, schema) ?? { type: "string", nullable: false };
}

/** Undefined where a schema says nothing about types. */
function namedType(model: Model, schema: Json | undefined): WireType | undefined {
  const found = schema === undefined ? undefined : resolved(model, schema);
  if (found === undefined) return undefined;
  const alternatives = [found.anyOf, found.oneOf].flatMap(listOf);
  if (alternatives.length > 0) {
    const types = alternatives.map((alternative) => wireType(model, alternative));
    const named = types.filter(({ type }) => type !== "null");
    return {
      type: named[0]?.type ?? "string",
      nullable: types.some(({ type, nullable }) => nullable || type === "null"),
    };
  }
  if (found[BINARY] === true) return { type: "file", nullable: false };
  const types = typesOf(found);
  if (types.length === 0) {
    const [inherited] = listOf(found.allOf).flatMap((part) => namedType(model, part) ?? []);
    const type = OBJECT.some((keyword) => found[keyword] !== undefined) ? "object" : "array";
    return inherited ?? (type === "object" || found.items !== undefined ? { type, nullable: true } : undefined);
  }
  if (types.length === 1 && types[0] === "null") return { type: "null", nullable: true };
  const [type = "string", ...others] = types.filter((name) => name !== "null");
  const carried =
    others.length === 0 && ["array", "boolean", "integer", "number", "object", "string"].includes(type)
      ? type
      : "string";
  return { type: carried, nullable: types.includes("null") };
}

/** Keywords that concern values of one kind only. */
const OBJECT = ["additionalProperties", "patternProperties", "properties", "required"];
const ARRAY = ["items"];
const SCALAR = ["format", "maxLength", "maximum", "minLength", "minimum", "multipleOf", "pattern"];
const OTHERS: Readonly<Record<"array" | "object" | "string", readonly string[]>> = {
  array: [...OBJECT, ...SCALAR],
  object: [...ARRAY, ...SCALAR],
  string: [...ARRAY, ...OBJECT],
};
const IS_OF = { array: Array.isArray, object: isJsonObject, string: (value: unknown) => typeof value === "string" };

/** Whether a value of a schema can be of a type. */
export function mayBe(model: Model, type: "array" | "object" | "string", schema: Json): boolean {
  if (schema === true) return true;
  const found = resolved(model, schema);
  if (found === undefined) return false;
  const types = typesOf(found);
  if (types.length > 0) return types.includes(type);
  const { const: constant, enum: values } = found;
  if (constant !== undefined || values !== undefined)
    return [constant, ...listOf(values)].some((value) => IS_OF[type](value));
  if (OTHERS[type].some((keyword) => found[keyword] !== undefined)) return false;
  return (
    listOf(found.allOf).every((part) => mayBe(model, type, part)) &&
    [found.anyOf, found.oneOf].every(
      (list) => list === undefined || listOf(list).some((alternative) => mayBe(model, type, alternative)),
    )
  );
}

export function itemsOf(model: Model, schema: Json): Json | undefined {
  const found = resolved(model, schema);
  return found?.items ?? listOf(found?.allOf).flatMap((part) => itemsOf(model, part) ?? [])[0];
}

/** A schema with `$ref` followed. */
export function resolved(model: Model, schema: Json): JsonObject | undefined {
  let current: Json | undefined = schema;
  for (const seen = new Set<string>(); isJsonObject(current) && typeof current.$ref === "string"; ) {
    const name = componentName(current.$ref);
    if (name === undefined || seen.has(name)) return undefined;
    seen.add(name);
    current = model.schemas.find((entry) => entry.name === name)?.schema;
  }
  return isJsonObject(current) ? current : undefined;
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
