import {
  BINARY,
  isJsonObject,
  type Json,
  type JsonObject,
  KEYWORDS,
  type Keyword,
  pointerTo,
  typesOf,
} from "@earmark/openapi";
import { canonical, type Place, placeAt } from "../findings/place.ts";
import { acceptsNullItself, appliedBy, type SchemaPlace, writtenAt } from "./schema-place.ts";

/** `anyOf` or `oneOf`, without an alternative that is just `null`. */
export interface Union {
  readonly keyword: "anyOf" | "oneOf";
  readonly members: readonly SchemaPlace[];
}

/** One bound of a number, a length or a count. */
export interface Limit {
  readonly value: number;
  readonly isExclusive: boolean;
  readonly place: Place;
}

/** What a schema says about values, with references followed and `allOf` taken together. Each part knows its place. */
export interface Shape {
  /** Without `null`; undefined for any type. */
  readonly types: ReadonlySet<string> | undefined;
  readonly isNullable: boolean;
  /** The values of an enumeration by their canonical text, `null` left out; undefined where there is none. */
  readonly values: ReadonlyMap<string, Place> | undefined;
  readonly required: ReadonlyMap<string, Place>;
  readonly properties: ReadonlyMap<string, readonly SchemaPlace[]>;
  /** Of other keywords, each with its name or index there: `items`, `prefixItems/0`, `patternProperties/^x`. */
  readonly subschemas: ReadonlyMap<string, readonly SchemaPlace[]>;
  /** Schemas with a keyword that means something for each by itself: `not`, `if`, `contains`. */
  readonly holders: ReadonlyMap<string, readonly SchemaPlace[]>;
  readonly limits: ReadonlyMap<string, Limit>;
  /** Every other keyword that says something about values; several times where parts of `allOf` do. */
  readonly keywords: ReadonlyMap<string, readonly Place[]>;
  /** Annotations that do more than describe: `default`, `deprecated`, `readOnly`, `writeOnly`. */
  readonly annotations: ReadonlyMap<string, Place>;
  readonly unions: readonly Union[];
  /** Whether it says that properties may be there which it does not list; they may be there anyway. */
  readonly hasIndexSignature: boolean;
}

/** Keywords whose schemas are not simply held together where several parts of `allOf` have them. */
const HOLDERS = ["not", "if", "contains"];

/** Whether what a keyword holds is compared by itself: neither with the schema, nor with the `if` beside it. */
function isAlone(keyword: string): boolean {
  const role = KEYWORDS.get(keyword)?.role;
  return role !== "in-place" && role !== "identifier" && keyword !== "then" && keyword !== "else";
}

/** What a schema says by itself. */
export function ownShape(place: SchemaPlace, read: JsonObject): Omit<Shape, "unions"> {
  const source = writtenAt(place);
  const written = isJsonObject(source) ? source : {};
  const value = read[BINARY] === true ? withString(written, read) : read;
  const types = typesOf(value);
  const values = valuesOf(place, value);
  const required = Array.isArray(value.required) ? value.required : [];
  return {
    types: typeSet(types, values),
    isNullable: acceptsNullItself(value),
    values,
    required: new Map(
      required.map((name: Json, index) => [
        String(name),
        placeAt(place, pointerTo(place.pointer, "required", index), name),
      ]),
    ),
    ...schemasOf(place, written),
    ...keywordsOf(
      place,
      written.discriminator === undefined ? value : { ...value, discriminator: written.discriminator },
    ),
    limits: limitsOf(place, value, written),
    hasIndexSignature: value.additionalProperties !== undefined && value.additionalProperties !== false,
  };
}

/** What it applies to parts of values, or on a condition. */
function schemasOf(place: SchemaPlace, written: JsonObject): Pick<Shape, "properties" | "subschemas" | "holders"> {
  const subschemas = new Map<string, SchemaPlace[]>();
  const holders = new Map<string, SchemaPlace[]>();
  const properties = new Map<string, SchemaPlace[]>();
  // The model sorts properties by name.
  for (const name of Object.keys(isJsonObject(written.properties) ? written.properties : {})) properties.set(name, []);
  for (const { keyword, name, place: applied } of appliedBy(place)) {
    if (keyword === "properties") properties.set(name ?? "", [applied]);
    else if (HOLDERS.includes(keyword)) holders.set(keyword, [place]);
    // `true` says nothing about values, and neither does an empty schema.
    else if (isAlone(keyword) && (name !== undefined || !isAnything(applied)))
      subschemas.set(name === undefined ? keyword : `${keyword}/${name}`, [applied]);
  }
  for (const [name, places] of properties) if (places.length === 0) properties.delete(name);
  return { properties, subschemas, holders };
}

/** What it says by keywords that are neither of types, listed values, limits, nor schemas. */
function keywordsOf(place: SchemaPlace, value: JsonObject): Pick<Shape, "keywords" | "annotations"> {
  const keywords = new Map<string, Place[]>();
  const annotations = new Map<string, Place>();
  for (const [keyword, found] of Object.entries(value)) {
    const known = KEYWORDS.get(keyword);
    // `false` is the same as nothing, but as a default.
    if (known === undefined || (found === false && keyword !== "default")) continue;
    const at = placeAt(place, pointerTo(place.pointer, keyword), found);
    if (isMarker(known)) annotations.set(keyword, at);
    else if (saysMore(known)) keywords.set(keyword, [at]);
  }
  return { keywords, annotations };
}

/** Bytes, which the model keeps apart from strings, as the string that the author wrote. */
function withString(written: JsonObject, { [BINARY]: _, ...read }: JsonObject): JsonObject {
  const kept = Object.entries(written).filter(([keyword]) => KEYWORDS.get(keyword)?.role === "assertion");
  return { ...read, type: "string", ...Object.fromEntries(kept) };
}

/** The annotations of a schema itself that do more than describe. */
export function annotationsOf(place: SchemaPlace): ReadonlyMap<string, Place> {
  return typeof place.value === "boolean" ? new Map() : keywordsOf(place, place.value).annotations;
}

function isMarker({ role, types, isDocumentation, name }: Keyword): boolean {
  return role === "annotation" && types === undefined && !isDocumentation && name !== "xml";
}

/** Whether a keyword says something that is compared as such: neither a type, a value, a limit, nor a schema. */
function saysMore({ role, holds, name, isDocumentation }: Keyword): boolean {
  if (holds !== undefined || isDocumentation) return false;
  if (role === "annotation") return true;
  return role === "assertion" && !["type", "enum", "const", "required"].includes(name) && !isLimit(name);
}

function isAnything({ value }: SchemaPlace): boolean {
  return value === true || (isJsonObject(value) && Object.keys(value).length === 0);
}

function isLimit(keyword: string): boolean {
  return /^(min|max|exclusiveM)/.test(keyword);
}

/** What limits are when they are absent (JSON Schema Validation 6.3.2, 6.4.2, 6.4.5 and 6.5.2). */
const USUAL: ReadonlyMap<string, number> = new Map([
  ["minLength", 0],
  ["minItems", 0],
  ["minContains", 1],
  ["minProperties", 0],
]);

function limitsOf(place: SchemaPlace, schema: JsonObject, written: JsonObject): Map<string, Limit> {
  const limits = new Map<string, Limit>();
  const areWhole = typesOf(schema).includes("integer") && !typesOf(schema).includes("number");
  for (const [keyword, found] of Object.entries(schema)) {
    if (!isLimit(keyword) || typeof found !== "number") continue;
    const isExclusive = keyword.startsWith("exclusive");
    const name = keyword.replace("exclusiveM", "m");
    // For whole numbers, less than 6 is at most 5.
    const isWhole = isExclusive && areWhole && Number.isInteger(found);
    const value = isWhole ? found + (name.startsWith("max") ? -1 : 1) : found;
    // OpenAPI 3.0 says by a flag that a limit is exclusive.
    const isFlagged = isExclusive && written[keyword] === true;
    const at = placeAt(place, pointerTo(place.pointer, isFlagged ? name : keyword), found);
    const limit = { value, isExclusive: isExclusive && !isWhole, place: at };
    limits.set(name, tighterLimit(name, limits.get(name), limit));
  }
  return withoutVain(limits, schema.contains !== undefined);
}

function withoutVain(limits: Map<string, Limit>, areContained: boolean): Map<string, Limit> {
  const isVain = (name: string, { value }: Limit): boolean =>
    USUAL.get(name) === value || (name.endsWith("Contains") && !areContained);
  return new Map([...limits].filter(([name, limit]) => !isVain(name, limit)));
}

/** The one of two limits that leaves fewer values. */
export function tighterLimit(name: string, one: Limit | undefined, other: Limit): Limit {
  if (one === undefined) return other;
  if (one.value === other.value) return one.isExclusive ? one : other;
  return one.value < other.value === name.startsWith("max") ? one : other;
}

function valuesOf({ side, pointer }: SchemaPlace, schema: JsonObject): ReadonlyMap<string, Place> | undefined {
  const constant: [Json, string][] = schema.const === undefined ? [] : [[schema.const, pointerTo(pointer, "const")]];
  const listed = Array.isArray(schema.enum)
    ? schema.enum.map((value: Json, index): [Json, string] => [value, pointerTo(pointer, "enum", index)])
    : constant;
  if (listed.length === 0) return undefined;
  const values = listed.filter(([value]) => value !== null);
  return new Map(values.map(([value, at]) => [canonical(value), { side, pointer: at, value }]));
}

/** The types of a schema without `null`; those of its values where it names none. */
function typeSet(types: readonly string[], values: ReadonlyMap<string, Place> | undefined): Set<string> | undefined {
  const named = types.filter((type) => type !== "null");
  if (values === undefined) return types.length === 0 ? undefined : new Set(named);
  const found = new Set([...values.values()].map(({ value }) => (Array.isArray(value) ? "array" : typeof value)));
  if (types.length === 0) return found;
  const isFound = (type: string): boolean =>
    [...found].some((one) => one === type || (one === "number" && type === "integer"));
  return new Set(named.filter((type) => values.size === 0 || isFound(type)));
}
