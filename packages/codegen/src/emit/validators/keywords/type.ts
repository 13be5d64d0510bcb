import { isJsonObject, type Json, type JsonObject, typesOf } from "@earmark/openapi";
import { inline, type Lines, literal } from "../../source.ts";
import type { Emitter, KeywordEmitters, Target } from "../site.ts";

/** Values that are listed: Validation 6.1.2 and 6.1.3. */
export const valueKeywords: KeywordEmitters = { const: emitConst, enum: emitEnum };

function emitConst(emit: Emitter, target: Target): Lines {
  const { const: constant } = target.schema;
  if (!target.validates || constant === undefined) return [];
  return [emit.failWhen(`!(${equals(emit, target.value, constant)})`, target, "const", literal(constant))];
}

function emitEnum(emit: Emitter, target: Target): Lines {
  const { enum: values } = target.schema;
  if (!target.validates || !Array.isArray(values)) return [];
  const list = emit.constant(inline(values), `${target.label}Values`);
  return [emit.failWhen(notIn(emit, target.value, values, list, target.label), target, "enum", list)];
}

/** Above this, a set is faster than a walk over the list. */
const SHORT = 16;

function notIn(emit: Emitter, value: string, values: readonly Json[], list: string, label: string): string {
  const simple = values.every((item) => typeof item !== "object" || item === null);
  if (simple && values.length <= SHORT) return `!${list}.includes(${value})`;
  if (simple) return `!${emit.constant(`/* @__PURE__ */ new Set(${list})`, `${label}Set`)}.has(${value})`;
  return `!${list}.some((listed) => ${emit.use("deepEqual")}(listed, ${value}))`;
}

/** Expression: the value equals a constant of the document. */
export function equals(emit: Emitter, value: string, constant: Json): string {
  const simple = typeof constant !== "object" || constant === null;
  return simple ? `${value} === ${literal(constant)}` : `${emit.use("deepEqual")}(${value}, ${literal(constant)})`;
}

/** The type that must be checked: none when `enum` or `const` allows nothing else anyway. */
export function assertedTypes(schema: JsonObject): readonly string[] {
  const types = typesOf(schema);
  const values = [
    ...(Array.isArray(schema.enum) ? schema.enum : []),
    ...(schema.const === undefined ? [] : [schema.const]),
  ];
  const decided = Array.isArray(schema.enum) || schema.const !== undefined;
  return decided && values.every((item: Json) => types.some((type) => hasType(item, type))) ? [] : types;
}

/** Whether a value of the document is of a type. */
export function hasType(value: Json, type: string): boolean {
  if (type === "integer") return Number.isInteger(value);
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isJsonObject(value);
  return typeof value === type;
}

/** Expression: the value has none of the types. */
export function isNotOfTypes(emit: Emitter, value: string, types: readonly string[]): string {
  // Every integer is a number.
  const needed = types.filter((type) => !(type === "integer" && types.includes("number")));
  // Null first: it stands beside a test for undefined, and minifiers make one of the two.
  needed.sort((a, b) => Number(b === "null") - Number(a === "null"));
  return needed.map((type) => isNotOfType(emit, value, type)).join(" && ");
}

/** Expression: the value is of a type. */
export function isOfType(emit: Emitter, value: string, type: string): string {
  switch (type) {
    case "null":
      return `${value} === null`;
    case "array":
      return `Array.isArray(${value})`;
    case "object":
      return `${emit.use("isObject")}(${value})`;
    case "integer":
      return `Number.isInteger(${value})`;
    case "number":
      return `Number.isFinite(${value})`;
    default:
      return `typeof ${value} === ${literal(type)}`;
  }
}

function isNotOfType(emit: Emitter, value: string, type: string): string {
  const test = isOfType(emit, value, type);
  return test.includes(" === ") ? test.replace(" === ", " !== ") : `!${test}`;
}
