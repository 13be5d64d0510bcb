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

/** Whether `null` matches a schema. Only the keywords that are about any value matter. */
export function allowsNull(schema: Cursor, visited: readonly string[] = []): boolean {
  if (schema.value === false) return false;
  if (schema.at("nullable").value === true || visited.includes(schema.pointer)) return true;
  const inner = (cursor: Cursor): boolean => allowsNull(cursor, [...visited, schema.pointer]);
  const reference = schema.text("$ref");
  const listed = (keyword: string): readonly unknown[] => [schema.at(keyword).value].flat();
  return (
    (!schema.has("type") || listed("type").includes("null")) &&
    (!schema.has("enum") || listed("enum").includes(null)) &&
    // `const: null` is not the absence of one.
    (!Object.hasOwn(Object(schema.value), "const") || schema.at("const").value === null) &&
    (reference === undefined || inner(schema.resolve(reference))) &&
    schema.at("allOf").children().every(inner) &&
    (!schema.has("anyOf") || schema.at("anyOf").children().some(inner)) &&
    (!schema.has("oneOf") || schema.at("oneOf").children().filter(inner).length === 1) &&
    (!schema.has("not") || !inner(schema.at("not"))) &&
    consequences(schema, inner).every(inner)
  );
}

/** `then` or `else`, whichever applies to `null`. */
function consequences(schema: Cursor, matches: (cursor: Cursor) => boolean): readonly Cursor[] {
  if (!schema.has("if")) return [];
  return [schema.at(matches(schema.at("if")) ? "then" : "else")].filter(({ value }) => value !== undefined);
}

/** The schema of a property, wherever in a schema it is listed; `undefined` when it is not. */
export function propertyOf(schema: Cursor, name: string): Cursor | undefined {
  return find(schema, (each) => {
    const listed = each.at("properties").at(name);
    if (listed.value !== undefined) return listed;
    const byPattern = each.at("patternProperties").children();
    const others = each.at("additionalProperties");
    return (
      byPattern.find(({ key }) => new RegExp(key, "u").test(name)) ??
      (typeof others.value === "object" && others.value !== null ? others : undefined)
    );
  });
}

/** The names of all properties that a schema lists. */
export function propertyNamesOf(schema: Cursor): readonly string[] {
  const names: string[] = [];
  find(schema, (each) => {
    names.push(
      ...each
        .at("properties")
        .children()
        .map(({ key }) => key),
    );
    return undefined;
  });
  return [...new Set(names)];
}

/** The schema of the items of a list; `undefined` when there is none. */
export function itemsOf(schema: Cursor): Cursor | undefined {
  return find(schema, (each) => (each.has("items") ? each.at("items") : undefined));
}

/** Looks through references and compositions, nearest first. */
function find(
  schema: Cursor,
  look: (schema: Cursor) => Cursor | undefined,
  visited: readonly string[] = [],
): Cursor | undefined {
  if (visited.includes(schema.pointer)) return undefined;
  const own = look(schema);
  if (own !== undefined) return own;
  const reference = schema.text("$ref");
  const parts = [
    ...(reference === undefined ? [] : [schema.resolve(reference)]),
    ...["allOf", "anyOf", "oneOf"].flatMap((keyword) => schema.at(keyword).children()),
  ];
  for (const part of parts) {
    const found = find(part, look, [...visited, schema.pointer]);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** True for what JSON calls an object: not `null`, and no list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Whether two values of JSON are the same, regardless of the order of names and the sign of zero, which Node's
 * `isDeepStrictEqual` minds.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core#name-instance-equality
 */
export function isEqual(left: unknown, right: unknown): boolean {
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((item, index) => isEqual(item, right[index]));
  if (!isObject(left) || !isObject(right)) return left === right;
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && isEqual(left[name], right[name]))
  );
}
