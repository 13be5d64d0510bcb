import type { JsonSchema } from "@earmark/validation";
import type { Resolve } from "./resolve.ts";

/** A schema whose objects have no properties but those that it names, unless it says that they may. */
export function closed(schema: JsonSchema, resolve: Resolve): JsonSchema {
  const { $ref, ...own } = schema;
  if ($ref !== undefined) return closed({ ...resolve($ref), ...own }, resolve);
  const entries = Object.entries(schema).map(([keyword, value]) => [keyword, closedBelow(keyword, value, resolve)]);
  const open = schema.properties === undefined || schema.additionalProperties !== undefined;
  return { ...Object.fromEntries(entries), ...(!open && { additionalProperties: false }) };
}

function closedBelow(keyword: string, value: unknown, resolve: Resolve): unknown {
  switch (keyword) {
    case "items":
      return closed(Object(value), resolve);
    case "anyOf":
    case "oneOf":
      return [value].flat().map((branch) => closed(Object(branch), resolve));
    case "properties": {
      const properties = Object.entries(Object(value));
      return Object.fromEntries(properties.map(([name, property]) => [name, closed(Object(property), resolve)]));
    }
    default:
      return value;
  }
}
