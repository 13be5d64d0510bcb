import type { Cursor } from "../document/cursor.ts";

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
