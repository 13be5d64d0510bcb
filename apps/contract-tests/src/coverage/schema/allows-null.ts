import type { Cursor } from "../document/cursor.ts";

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
