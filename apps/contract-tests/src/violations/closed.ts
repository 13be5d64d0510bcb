import { KEYWORDS } from "@earmark/openapi";
import type { JsonSchema } from "@earmark/validation";
import { type Resolve, withSubschemas } from "./resolve.ts";

/** A schema whose objects have no properties but those that it names, unless it says that they may. */
export function closed(schema: JsonSchema, resolve: Resolve): JsonSchema {
  const { $ref, ...own } = schema;
  if ($ref !== undefined) return closed({ ...resolve($ref), ...own }, resolve);
  const parts = withSubschemas(own, (each, keyword) => (describes(keyword) ? closed(each, resolve) : each));
  const isOpen = own.properties === undefined || own.additionalProperties !== undefined;
  return isOpen ? parts : { ...parts, additionalProperties: false };
}

/** Whether the schemas of a keyword say what a part of the value is, or what the value is as a whole. */
function describes(keyword: string): boolean {
  return ["anyOf", "oneOf"].includes(keyword) || (KEYWORDS.get(keyword)?.role === "child" && keyword !== "contains");
}
