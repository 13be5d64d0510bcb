import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { isJsonObject, type Json, type JsonObject, remade, shown } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import { KEYWORDS } from "./keywords.ts";
import type { Pass, PassContext, PassResult } from "./pass.ts";
import { hasType, typesOf } from "./schema.ts";

const VALUES = ["enum", "const", "default", "example", "examples"];

/**
 * Values of another type than `type`, with which nothing would be valid. One that has one exact form in the type is taken
 * for that; an enumeration beside `type: array` is that of the items; otherwise `enum` and `const` decide, and a default
 * or an example is left out.
 */
export const alignValues: Pass = (schema, at, context) => {
  if (!VALUES.some((keyword) => schema[keyword] !== undefined)) return { schema, diagnostics: [] };
  if (isEnumerationOfItems(schema)) return movedToItems(schema, at, context);
  const steps = [
    ...["enum", "const"].map((keyword) => (read: JsonObject) => decided(read, keyword, at, context)),
    ...["default", "example", "examples"].map((keyword) => (read: JsonObject) => described(read, keyword, at, context)),
    (read: JsonObject) => withoutRepetition(read, at, context),
  ];
  const diagnostics: Diagnostic[] = [];
  let aligned = schema;
  for (const step of steps) {
    const result = step(aligned);
    aligned = result.schema;
    diagnostics.push(...result.diagnostics);
  }
  return { schema: aligned, diagnostics };
};

function isEnumerationOfItems(schema: JsonObject): boolean {
  const { enum: values } = schema;
  const types = typesOf(schema).filter((type) => type !== "null");
  if (!types.includes("array") || !Array.isArray(values)) return false;
  const known = values.filter((value: Json) => value !== null);
  return known.length > 0 && !known.some((value: Json) => types.some((type) => hasType(value, type)));
}

function movedToItems(schema: JsonObject, at: string, context: PassContext): PassResult {
  const { enum: values, items = {}, ...rest } = schema;
  const message = "enum beside type array taken for that of its items; write it there";
  const diagnostics = [diagnose("value-type", context, pointerTo(at, "enum"), message)];
  if (!isJsonObject(items)) return { schema: { ...rest, items: items && { enum: values ?? [] } }, diagnostics };
  // OpenAPI 3.0 ignores what stands beside `$ref`.
  if (items.$ref !== undefined)
    return { schema: { ...rest, items: { allOf: [items], enum: values ?? [] } }, diagnostics };
  const listed = { enum: values ?? [], ...items };
  return { schema: { ...rest, items: listed }, diagnostics, standsFor: new Map([[listed, items]]) };
}

/** The values of `enum` or `const`, in the type; without the type where one of them has no form in it. */
function decided(schema: JsonObject, keyword: string, at: string, context: PassContext): PassResult {
  const own = pointerTo(at, keyword);
  const value = schema[keyword];
  const listed: Json | undefined = keyword === "enum" ? value : value !== undefined && [value];
  const types = typesOf(schema);
  if (!Array.isArray(listed) || types.length === 0) return { schema, diagnostics: [] };
  const forms = listed.map((one: Json, index) =>
    formOf(one, types, context, keyword === "enum" ? pointerTo(own, index) : own),
  );
  const others = listed.filter((one: Json, index) => one !== forms[index]);
  if (others.length === 0) return { schema, diagnostics: [] };
  const known = forms.filter((form) => form !== undefined);
  const isForeign = known.length < forms.length;
  const consequence = isForeign ? `the type is ignored` : `taken for ${shown(known)}`;
  const message = `${keyword} has values that are not of type ${types.join(" or ")}, ${shown(others)}: ${consequence}`;
  const converted = keyword === "enum" ? known : (known[0] ?? null);
  return {
    schema: isForeign ? withoutType(schema, listed) : { ...schema, [keyword]: converted },
    diagnostics: [diagnose("value-type", context, own, message)],
  };
}

/** A default or examples, in the type; without those that have no form in it. */
function described(schema: JsonObject, keyword: string, at: string, context: PassContext): PassResult {
  const { [keyword]: value, ...rest } = schema;
  const types = typesOf(schema);
  const isList = keyword === "examples";
  const listed: Json | undefined = isList ? value : value !== undefined && [value];
  if (!Array.isArray(listed) || types.length === 0) return { schema, diagnostics: [] };
  const own = pointerTo(at, keyword);
  // Of older versions, examples are what the upgrade has made of the one that the author wrote.
  const written = isList && context.asWritten?.(own).endsWith("/example") ? "example" : keyword;
  const forms = listed.map((one: Json, index) => formOf(one, types, context, isList ? pointerTo(own, index) : own));
  if (forms.every((form, index) => form === listed[index])) return { schema, diagnostics: [] };
  const known = forms.filter((form) => form !== undefined);
  const isForeign = known.length < forms.length;
  const message = `${written} of another type than ${types.join(" or ")}, ${isForeign ? "left out" : "taken for the same in that type"}`;
  const kept = known.length === 0 ? rest : { ...schema, [keyword]: isList ? known : (known[0] ?? null) };
  return { schema: kept, diagnostics: [diagnose("value-type", context, own, message)] };
}

/** A value that an enumeration lists twice is listed once. */
function withoutRepetition(schema: JsonObject, at: string, context: PassContext): PassResult {
  const { enum: values } = schema;
  if (!Array.isArray(values)) return { schema, diagnostics: [] };
  const byText = new Map(values.map((value: Json) => [JSON.stringify(value), value]));
  if (byText.size === values.length) return { schema, diagnostics: [] };
  const message = "enum lists a value twice, taken for once";
  return {
    schema: { ...schema, enum: [...byText.values()] },
    diagnostics: [diagnose("repeated-value", context, pointerTo(at, "enum"), message)],
  };
}

/** A value itself, if it is of one of the types, else its one exact form in them; undefined where it has none, or several. */
function formOf(value: Json, types: readonly string[], context: PassContext, pointer: string): Json | undefined {
  if (types.some((type) => hasType(value, type))) return value;
  const forms = types.flatMap((type) => formIn(type, value, context, pointer) ?? []);
  return new Set(forms).size === 1 ? forms[0] : undefined;
}

function formIn(type: string, value: Json, context: PassContext, pointer: string): Json | undefined {
  if (type === "string" && (typeof value === "number" || typeof value === "boolean"))
    return stringOf(value, context.placeOf(pointer).written ?? "");
  if (typeof value !== "string") return undefined;
  if (type === "boolean") return value === "true" ? true : value === "false" ? false : undefined;
  return type === "integer" || type === "number" ? numberOf(value, type) : undefined;
}

/** YAML reads a version such as 1.0 as the number 1, and True as true; meant is what is written. */
function stringOf(value: number | boolean, written: string): string {
  const isIt = typeof value === "number" ? Number(written) === value : written.toLowerCase() === String(value);
  return isIt && written !== "" ? written : String(value);
}

/** A number in JSON. */
const NUMERAL = /^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/;

function numberOf(value: string, type: "integer" | "number"): number | undefined {
  const number = Number(value);
  if (!NUMERAL.test(value) || Math.abs(number) > Number.MAX_SAFE_INTEGER) return undefined;
  return type === "number" || (Number.isInteger(number) && String(number) === value) ? number : undefined;
}

/** A schema whose values are listed, without its type and the keywords that say nothing about any of them. */
function withoutType(schema: JsonObject, listed: readonly Json[]): JsonObject {
  const isAbout = (keyword: string): boolean => {
    const types = KEYWORDS.get(keyword)?.types;
    return types === undefined || listed.some((value) => types.some((type) => hasType(value, type)));
  };
  const kept = Object.entries(schema).filter(([keyword]) => !/^(type|format)$/.test(keyword) && isAbout(keyword));
  return remade(schema, kept);
}
