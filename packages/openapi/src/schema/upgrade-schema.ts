import { type Diagnostic, diagnose, type HasPlaces } from "../diagnostics/diagnostic.ts";
import type { Json, JsonObject } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import { isAnnotation, keywordsOf } from "./keywords.ts";
import type { PassResult } from "./pass.ts";
import { typesOf } from "./schema.ts";

/** Keywords of OpenAPI 3.0 that have no meaning, or another one, in JSON Schema 2020-12. */
const REPLACED = new Set(["nullable", "example", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"]);
/** Keywords through which `null` would not pass. */
const COMPOSITION = [...keywordsOf("in-place"), "const"];

/** Whether a schema says something in the way of 2.0 and 3.0. */
export function isOlder(schema: JsonObject): boolean {
  const { $ref: ref, nullable, example, exclusiveMinimum, exclusiveMaximum } = schema;
  if (ref !== undefined) return Object.keys(schema).length > 1;
  return [nullable, example, exclusiveMinimum, exclusiveMaximum].some((value) => value !== undefined);
}

/**
 * A schema of OpenAPI 3.0, or one of 2.0 whose keywords are called as in 3.0, in the way of JSON Schema 2020-12. Of one that
 * is written so, nothing changes.
 *
 * By the letter of 3.0, `nullable` is ignored beside `$ref`, and without `type`. Published documents mean it
 * nevertheless, so it is honoured everywhere, and reported where the letter says otherwise.
 *
 * @see https://spec.openapis.org/oas/v3.0.4.html#schema-object
 */
export function upgradeOlder(schema: JsonObject, at: string, context: HasPlaces, version: "2.0" | "3.0"): PassResult {
  if (typeof schema.$ref === "string") return upgradeReference(schema, at, context, version);
  if (!isOlder(schema)) return { schema, diagnostics: [] };
  const kept = Object.fromEntries(Object.entries(schema).filter(([keyword]) => !REPLACED.has(keyword)));
  const upgraded: Record<string, Json> = { ...kept, ...limits(schema) };
  if (schema.example !== undefined) upgraded.examples = [schema.example];
  return schema.nullable === true ? withNull(upgraded, at, context) : { schema: upgraded, diagnostics: [] };
}

/** 2.0 and 3.0 ignore the siblings of `$ref`. Of those, descriptions are harmless and `nullable` is meant. */
function upgradeReference(schema: JsonObject, at: string, context: HasPlaces, version: string): PassResult {
  const ignored = Object.keys(schema).filter(
    (keyword) => keyword !== "$ref" && keyword !== "nullable" && !isAnnotation(keyword),
  );
  const annotations = Object.fromEntries(
    Object.entries(schema).filter(([keyword]) => isAnnotation(keyword) && keyword !== "example"),
  );
  const reference = { $ref: schema.$ref ?? "" };
  const isNullable = schema.nullable === true;
  return {
    schema: isNullable ? { ...annotations, anyOf: [reference, { type: "null" }] } : { ...annotations, ...reference },
    diagnostics: [
      ...ignored.map((keyword) =>
        diagnose(
          "ignored",
          context,
          pointerTo(at, keyword),
          `${keyword} beside $ref ignored, as OpenAPI ${version} says`,
        ),
      ),
      ...(isNullable ? [older(context, at, "nullable beside $ref")] : []),
    ],
  };
}

/**
 * Boolean `exclusiveMinimum` and `exclusiveMaximum` become numbers, the meaning that JSON Schema has given them since. What
 * is a number already stays one.
 */
function limits(schema: JsonObject): Record<string, Json> {
  const changed: Record<string, Json> = {};
  for (const [inclusive, exclusive] of [
    ["minimum", "exclusiveMinimum"],
    ["maximum", "exclusiveMaximum"],
  ] as const) {
    const { [inclusive]: limit, [exclusive]: flag } = schema;
    if (limit !== undefined) changed[flag === true ? exclusive : inclusive] = limit;
    if (flag !== undefined && typeof flag !== "boolean") changed[exclusive] = flag;
  }
  return changed;
}

/** A 3.1 document that says something in the way of 3.0 nevertheless means it. */
export function upgradeSchema(schema: JsonObject, at: string, context: HasPlaces): PassResult {
  const exclusive = ["exclusiveMinimum", "exclusiveMaximum"].filter((keyword) => typeof schema[keyword] === "boolean");
  if (exclusive.length === 0 && schema.nullable === undefined) return { schema, diagnostics: [] };
  const { nullable, ...rest } = schema;
  const current: Record<string, Json> = { ...rest };
  const diagnostics: Diagnostic[] = [];
  if (exclusive.length > 0) {
    diagnostics.push(older(context, at, "boolean exclusiveMinimum or exclusiveMaximum in OpenAPI 3.1"));
    for (const keyword of exclusive) delete current[keyword];
    if (schema.exclusiveMinimum === true) delete current.minimum;
    if (schema.exclusiveMaximum === true) delete current.maximum;
    Object.assign(current, limits(schema));
  }
  if (nullable !== true) return { schema: current, diagnostics };
  const { schema: upgraded } = withNull(current, at, context);
  return { schema: upgraded, diagnostics: [...diagnostics, older(context, at, "nullable in OpenAPI 3.1")] };
}

/**
 * An enumeration that lacks `null`, beside a type that has it. By JSON Schema, `null` is not valid then; its author has
 * moved from `nullable` of OpenAPI 3.0, where the same is read in the same way.
 */
export function listNull(schema: JsonObject, at: string, context: HasPlaces): PassResult {
  const { type, enum: values } = schema;
  const isNullable = Array.isArray(type) && type.length > 1 && type.includes("null");
  if (!isNullable || !Array.isArray(values) || values.length === 0 || values.includes(null))
    return { schema, diagnostics: [] };
  const message = "enum without null beside a type with null: null is allowed, as with nullable in OpenAPI 3.0";
  return { schema: { ...schema, enum: [...values, null] }, diagnostics: [older(context, at, message)], isLaxer: true };
}

function withNull(schema: Record<string, Json>, at: string, context: HasPlaces): PassResult {
  if (COMPOSITION.some((keyword) => schema[keyword] !== undefined)) {
    // `null` has to pass beside the composition, not through it.
    const part = (annotations: boolean): Record<string, Json> =>
      Object.fromEntries(Object.entries(schema).filter(([keyword]) => isAnnotation(keyword) === annotations));
    return {
      schema: { ...part(true), anyOf: [part(false), { type: "null" }] },
      diagnostics: [older(context, at, "nullable beside allOf, anyOf, oneOf or not")],
    };
  }
  const nullable = schema.type === undefined ? schema : { ...schema, type: [...typesOf(schema), "null"] };
  const values = schema.enum;
  if (!Array.isArray(values) || values.includes(null)) return { schema: nullable, diagnostics: [] };
  return {
    schema: { ...nullable, enum: [...values, null] },
    diagnostics: [older(context, at, "nullable beside an enum without null")],
  };
}

function older(context: HasPlaces, at: string, message: string): Diagnostic {
  return diagnose("older-keyword", context, at, message);
}
