import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { isSchema } from "./schema.ts";

const TYPES = ["array", "boolean", "integer", "null", "number", "object", "string"];
const isType = (value: Json): boolean => typeof value === "string" && TYPES.includes(value);
/** YAML knows infinite numbers, and one that is none. */
function isJson(value: Json): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  return typeof value !== "object" || value === null || Object.values(value).every(isJson);
}
const isSchemaMap = (value: Json): boolean => isJsonObject(value) && Object.values(value).every(isSchema);
const isSchemaList = (value: Json): boolean => Array.isArray(value) && value.length > 0 && value.every(isSchema);

/** What a keyword must be for code to be generated from it; anything else would be generated wrongly, or not at all. */
const EXPECTED: readonly (readonly [keywords: string, expected: string, test: (value: Json) => boolean])[] = [
  [
    "type",
    "a type of JSON Schema, or several",
    (value) => isType(value) || (Array.isArray(value) && value.length > 0 && value.every(isType)),
  ],
  ["const default", "a value that JSON has", isJson],
  ["properties patternProperties dependentSchemas $defs", "an object of schemas", isSchemaMap],
  ["allOf anyOf oneOf prefixItems", "a list of schemas", isSchemaList],
  [
    "items additionalProperties unevaluatedItems unevaluatedProperties not if then else contains propertyNames",
    "a schema",
    isSchema,
  ],
  [
    "minimum maximum exclusiveMinimum exclusiveMaximum maxLength minLength maxItems minItems maxContains minContains maxProperties minProperties",
    "a number",
    Number.isFinite,
  ],
  ["multipleOf", "a number above 0", (value) => Number.isFinite(value) && Number(value) > 0],
  ["enum", "a list of values that JSON has", (value) => Array.isArray(value) && isJson(value)],
  ["pattern format $ref $dynamicRef", "a text", (value) => typeof value === "string"],
];

/** The first keyword of a schema that is not as JSON Schema demands, and what was expected. */
export function malformed(schema: JsonObject): { readonly keyword: string; readonly expected: string } | undefined {
  for (const [keywords, expected, test] of EXPECTED) {
    const keyword = keywords.split(" ").find((name) => schema[name] !== undefined && !test(schema[name]));
    if (keyword !== undefined) return { keyword, expected };
  }
  return undefined;
}
