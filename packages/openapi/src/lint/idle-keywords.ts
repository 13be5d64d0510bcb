import type { JsonObject } from "../json/json.ts";
import { formatKind, formatType } from "../schema/formats.ts";
import { KEYWORDS, keywordsOf } from "../schema/keywords.ts";
import { typesOf } from "../schema/schema.ts";

/** Keywords that say something only beside one of others (JSON Schema Core 10.2.2, Validation 6.4 and 8.5). */
const BESIDE: ReadonlyMap<string, readonly string[]> = new Map([
  ["then", ["if"]],
  ["else", ["if"]],
  ["if", ["then", "else"]],
  ["minContains", ["contains"]],
  ["maxContains", ["contains"]],
  ["contentSchema", ["contentMediaType"]],
]);

/**
 * Why a keyword says nothing about any value where it stands, after its name: JSON Schema lets it be ignored there.
 * Undefined where it says something.
 */
export function whyIdle(schema: JsonObject, keyword: string): string | undefined {
  const others = BESIDE.get(keyword) ?? [];
  if (others.length > 0 && others.every((name) => schema[name] === undefined))
    return `ignored without ${others.join(" or ")}, as JSON Schema says`;
  if (keyword === "nullable" && schema.nullable === true && isUntyped(schema))
    return "ignored without type, since the schema allows null anyway";
  const declared = typesOf(schema).map((type) => (type === "integer" ? "number" : type));
  const concerned = typesConcerned(schema, keyword);
  if (declared.length === 0 || concerned === undefined || concerned.some((type) => declared.includes(type)))
    return undefined;
  return `ignored, since it says nothing of type ${typesOf(schema).join(" or ")}; correct one of them`;
}

/** Whether a schema allows values of every type. */
function isUntyped(schema: JsonObject): boolean {
  return !["type", "enum", "const", ...keywordsOf("in-place")].some((keyword) => schema[keyword] !== undefined);
}

/** The types of which a keyword says something; undefined for any. */
function typesConcerned(schema: JsonObject, keyword: string): readonly string[] | undefined {
  if (keyword !== "format") return KEYWORDS.get(keyword)?.types;
  const type = formatType(String(schema.format));
  return type && [type];
}

/** Whether a schema has a format that validators check in no value. */
export function isUncheckedFormat({ format }: JsonObject): boolean {
  return typeof format === "string" && formatKind(format) === "other";
}
