import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { isSchema } from "./schema.ts";

/** The types of JSON Schema. */
const TYPES = ["array", "boolean", "integer", "null", "number", "object", "string"] as const;
type TypeName = (typeof TYPES)[number];

/**
 * What a keyword does (JSON Schema Core 7): an *assertion* holds a value against a rule of its own; an applicator applies
 * schemas, *in place* to the very value, *conditionally* to the value where another rule decides, or to its *children*;
 * an *annotation* allows every value; an *identifier* names schemas, or keeps them for others to refer to.
 */
export type Role = "annotation" | "assertion" | "child" | "conditional" | "identifier" | "in-place";

/** How a keyword holds schemas: as its value, in a list, or by name. */
type SubschemaForm = "list" | "map" | "schema";

/** What the value of a keyword must be. */
export interface ValueForm {
  /** In words, after "expected". */
  readonly expected: string;
  readonly test: (value: Json) => boolean;
}

/** A keyword of JSON Schema 2020-12, or of a Schema Object of OpenAPI. */
export interface Keyword {
  readonly name: string;
  readonly role: Role;
  /** The types that it says something about, and of values of all others nothing; undefined for any. */
  readonly types: readonly TypeName[] | undefined;
  readonly holds: SubschemaForm | undefined;
  readonly value: ValueForm;
  /** Whether a value of another form is passed over, with a warning, because the schema means the same without it. */
  readonly isOptional: boolean;
  /** Whether people alone read it. */
  readonly isDocumentation: boolean;
}

const isType = (value: Json): boolean => (TYPES as readonly Json[]).includes(value);
/** YAML has infinite numbers, and one that is none. */
function isJson(value: Json): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  return typeof value !== "object" || value === null || Object.values(value).every(isJson);
}
const isStrings = (value: Json): boolean => Array.isArray(value) && value.every((item) => typeof item === "string");

export const ANY_JSON: ValueForm = { expected: "a value that JSON has", test: isJson };
export const NUMBER: ValueForm = { expected: "a number", test: Number.isFinite };
export const ABOVE_ZERO: ValueForm = {
  expected: "a number above 0",
  test: (value) => Number.isFinite(value) && Number(value) > 0,
};
const STRING: ValueForm = { expected: "a string", test: (value) => typeof value === "string" };
const BOOLEAN: ValueForm = { expected: "true or false", test: (value) => typeof value === "boolean" };
const OBJECT: ValueForm = { expected: "an object", test: isJsonObject };
const NAMES: ValueForm = { expected: "a list of names", test: isStrings };
const NAMES_BY_NAME: ValueForm = {
  expected: "lists of names by name",
  test: (value) => isJsonObject(value) && Object.values(value).every(isStrings),
};
const TYPE: ValueForm = {
  expected: "a type of JSON Schema, or several",
  test: (value) => isType(value) || (Array.isArray(value) && value.length > 0 && value.every(isType)),
};
const VALUES: ValueForm = {
  expected: "a list of values that JSON has",
  test: (value) => Array.isArray(value) && isJson(value),
};
const SUBSCHEMAS: Readonly<Record<SubschemaForm, ValueForm>> = {
  schema: { expected: "a schema", test: isSchema },
  list: {
    expected: "a list of schemas",
    test: (value) => Array.isArray(value) && value.length > 0 && value.every(isSchema),
  },
  map: {
    expected: "an object of schemas",
    test: (value) => isJsonObject(value) && Object.values(value).every(isSchema),
  },
};

/** Where a keyword differs from the others of its line. */
type Details = Partial<Pick<Keyword, "isDocumentation" | "isOptional" | "types">>;

function keywords(names: string, role: Role, value: ValueForm, details: Details = {}): Keyword[] {
  const usual = { role, types: undefined, holds: undefined, value, isOptional: false, isDocumentation: false };
  return names.split(" ").map((name) => ({ name, ...usual, ...details }));
}

function applicators(names: string, role: Role, holds: SubschemaForm, details: Details = {}): Keyword[] {
  return keywords(names, role, SUBSCHEMAS[holds], details).map((keyword) => ({ ...keyword, holds }));
}

const OF_NUMBERS: Details = { types: ["integer", "number"] };
const OF_STRINGS: Details = { types: ["string"] };
const OF_ARRAYS: Details = { types: ["array"] };
const OF_OBJECTS: Details = { types: ["object"] };
const FOR_PEOPLE: Details = { isOptional: true, isDocumentation: true };

/**
 * Every keyword that is read, by name; what is not here is an extension, or unknown. The one description of keywords:
 * all that walks through schemas, judges or rewrites them reads it. What implements keywords by itself (the emitter of
 * validators, the coverage of contract tests, the makers of values) is held to it by a test.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core
 * @see https://json-schema.org/draft/2020-12/json-schema-validation
 * @see https://spec.openapis.org/oas/v3.1.1.html#schema-object
 */
export const KEYWORDS: ReadonlyMap<string, Keyword> = new Map(
  [
    ...keywords("type", "assertion", TYPE),
    ...keywords("enum", "assertion", VALUES),
    ...keywords("const", "assertion", ANY_JSON),
    ...keywords("format", "assertion", STRING),
    ...keywords("minimum maximum exclusiveMinimum exclusiveMaximum", "assertion", NUMBER, OF_NUMBERS),
    ...keywords("multipleOf", "assertion", ABOVE_ZERO, OF_NUMBERS),
    ...keywords("minLength maxLength", "assertion", NUMBER, OF_STRINGS),
    ...keywords("pattern", "assertion", STRING, OF_STRINGS),
    ...keywords("minItems maxItems minContains maxContains", "assertion", NUMBER, OF_ARRAYS),
    ...keywords("uniqueItems", "assertion", BOOLEAN, { ...OF_ARRAYS, isOptional: true }),
    ...keywords("minProperties maxProperties", "assertion", NUMBER, OF_OBJECTS),
    ...keywords("required", "assertion", NAMES, { ...OF_OBJECTS, isOptional: true }),
    ...keywords("dependentRequired", "assertion", NAMES_BY_NAME, { ...OF_OBJECTS, isOptional: true }),
    ...keywords("discriminator", "assertion", OBJECT, { ...OF_OBJECTS, isOptional: true }),
    ...keywords("nullable", "assertion", BOOLEAN, { isOptional: true }),

    ...keywords("$ref $dynamicRef", "in-place", STRING),
    ...applicators("allOf anyOf oneOf", "in-place", "list"),
    ...applicators("not", "in-place", "schema"),
    ...applicators("if then else", "conditional", "schema"),
    ...applicators("dependentSchemas", "conditional", "map", OF_OBJECTS),
    ...applicators("items contains unevaluatedItems", "child", "schema", OF_ARRAYS),
    ...applicators("prefixItems", "child", "list", OF_ARRAYS),
    ...applicators("properties patternProperties", "child", "map", OF_OBJECTS),
    ...applicators("additionalProperties propertyNames unevaluatedProperties", "child", "schema", OF_OBJECTS),

    ...keywords("default", "annotation", ANY_JSON),
    ...keywords("example", "annotation", ANY_JSON, FOR_PEOPLE),
    ...keywords("examples", "annotation", VALUES, FOR_PEOPLE),
    ...keywords("$comment title summary description", "annotation", STRING, FOR_PEOPLE),
    ...keywords("externalDocs", "annotation", OBJECT, FOR_PEOPLE),
    ...keywords("deprecated readOnly writeOnly", "annotation", BOOLEAN, { isOptional: true }),
    ...keywords("xml", "annotation", OBJECT, { isOptional: true }),
    ...keywords("contentEncoding contentMediaType", "annotation", STRING, { ...OF_STRINGS, isOptional: true }),
    ...applicators("contentSchema", "annotation", "schema", { ...OF_STRINGS, isOptional: true }),

    ...keywords("$id $schema $anchor $dynamicAnchor", "identifier", STRING, { isOptional: true }),
    ...applicators("$defs", "identifier", "map"),
    ...applicators("definitions", "identifier", "map", { isOptional: true }),
  ].map((keyword) => [keyword.name, keyword]),
);

/** The names of all keywords with one of these roles, in the order of the table. */
export function keywordsOf(...roles: readonly Role[]): readonly string[] {
  return [...KEYWORDS.values()].filter(({ role }) => roles.includes(role)).map(({ name }) => name);
}

/** Whether a keyword says nothing about which values match: annotations, identifiers, and extensions. */
export function isAnnotation(keyword: string): boolean {
  const role = KEYWORDS.get(keyword)?.role;
  return role === "annotation" || role === "identifier" || keyword.startsWith("x-");
}

/** Whether the value of a keyword is data, in which nothing is a schema or a reference. */
export function holdsData(keyword: string): boolean {
  const value = KEYWORDS.get(keyword)?.value;
  return value === ANY_JSON || value === VALUES;
}

/** Whether a keyword applies its schemas to the very value, not to parts of it, always or on a condition. */
export function isInPlace(keyword: string): boolean {
  const role = KEYWORDS.get(keyword)?.role;
  return role === "in-place" || role === "conditional";
}

/** Whether a keyword says something about values of a type; an unknown one may. */
export function appliesTo(keyword: string, type: string): boolean {
  const types: readonly string[] | undefined = KEYWORDS.get(keyword)?.types;
  return types === undefined || types.includes(type);
}

/**
 * What code with a part for each keyword lacks: the keywords of a table that decide about values, which it neither
 * implements nor leaves out on purpose.
 */
export function missingKeywords(
  table: ReadonlyMap<string, Keyword>,
  implemented: Iterable<string>,
  leftOut: Iterable<string>,
): readonly string[] {
  const known = new Set([...implemented, ...leftOut]);
  return [...table.values()]
    .filter(({ name, role }) => role !== "annotation" && role !== "identifier" && !known.has(name))
    .map(({ name }) => name);
}

/** What becomes of a schema when one of its subschemas allows less: less, too; more; either; or nothing. */
export type Variance = "less" | "more" | "either" | "nothing";

/** What becomes of a schema when what it applies by a keyword allows less (JSON Schema Core 10.2 and 10.3). */
export function varianceOf(schema: JsonObject, keyword: string): Variance {
  const has = (name: string): boolean => schema[name] !== undefined;
  if (keyword === "not") return "more";
  if (keyword === "if") return has("then") ? (has("else") ? "either" : "more") : has("else") ? "less" : "nothing";
  if (keyword === "then" || keyword === "else") return has("if") ? "less" : "nothing";
  if (keyword === "contains") return varianceOfContains(has("maxContains"), schema.minContains === 0);
  return KEYWORDS.get(keyword)?.role === "identifier" ? "nothing" : "less";
}

function varianceOfContains(hasMaximum: boolean, hasNoMinimum: boolean): Variance {
  if (hasMaximum) return hasNoMinimum ? "more" : "either";
  return hasNoMinimum ? "nothing" : "less";
}
