import type { Cursor } from "../document/cursor.ts";

const TYPES = ["string", "number", "integer", "boolean", "null", "array", "object"] as const;

/** A type of JSON Schema. An `integer` is a `number` too. */
export type JsonType = (typeof TYPES)[number];

/** The types that a schema leaves open; `undefined`: all of them. */
export function typesOf(schema: Cursor, visited: readonly string[] = []): readonly JsonType[] | undefined {
  if (visited.includes(schema.pointer)) return undefined;
  const seen = [...visited, schema.pointer];
  const inner = (cursor: Cursor): readonly JsonType[] | undefined => typesOf(cursor, seen);
  const reference = schema.text("$ref");
  const parts = [
    ownTypes(schema),
    reference === undefined ? undefined : inner(schema.resolve(reference)),
    ...schema.at("allOf").children().map(inner),
    ...["anyOf", "oneOf"].map((keyword) => union(schema.at(keyword).children().map(inner))),
  ];
  const types = parts.reduce(intersection, undefined);
  return schema.at("nullable").value === true && types ? [...types, "null"] : types;
}

/** The types that the keyword lists, or else those of the values that are. */
function ownTypes(schema: Cursor): readonly JsonType[] | undefined {
  const type = schema.at("type").value;
  if (type !== undefined) return [type].flat().filter(isType);
  if (schema.has("const")) return [typeOf(schema.at("const").value)];
  const values = schema.at("enum").value;
  return Array.isArray(values) ? [...new Set(values.map(typeOf))] : undefined;
}

/** The narrowest type of a value. */
export function typeOf(value: unknown): JsonType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  const type = typeof value;
  return isType(type) ? type : "object";
}

function isType(type: unknown): type is JsonType {
  return TYPES.some((each) => each === type);
}

function union(branches: readonly (readonly JsonType[] | undefined)[]): readonly JsonType[] | undefined {
  if (branches.length === 0 || branches.includes(undefined)) return undefined;
  return [...new Set(branches.flatMap((types) => types ?? []))];
}

function intersection(
  left: readonly JsonType[] | undefined,
  right: readonly JsonType[] | undefined,
): readonly JsonType[] | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  const isAllowed = (type: JsonType, types: readonly JsonType[]): boolean =>
    types.includes(type) || (type === "integer" && types.includes("number"));
  return [
    ...new Set([...left.filter((type) => isAllowed(type, right)), ...right.filter((type) => isAllowed(type, left))]),
  ];
}
