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
import { canonical } from "../canonical.ts";
import { type Place, placeAt } from "../place.ts";
import { acceptsNullItself, appliedBy, type SchemaPlace, writtenAt } from "./schema-place.ts";
import type { Limit, Shape } from "./shape.ts";

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
