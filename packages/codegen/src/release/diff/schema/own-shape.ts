import { isJsonObject, isSchema, type Json, pointerTo, type Schema, typesOf } from "@earmark/openapi";
import { canonical } from "../canonical.ts";
import { type Place, placeAt } from "../place.ts";
import type { Limit, SchemaPlace, Shape } from "./shape.ts";
import { listAt, mapAt } from "./subschema-places.ts";

const LIMITS = ["minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems"];
const COUNTS = ["minProperties", "maxProperties", "minContains", "maxContains"];
const SUBSCHEMAS = ["items", "additionalProperties", "unevaluatedItems", "unevaluatedProperties", "contains"];
const MORE_SUBSCHEMAS = ["propertyNames", "contentSchema", "then", "else"];
const SUBSCHEMA_MAPS = ["patternProperties", "dependentSchemas"];
const KEYWORDS = ["pattern", "format", "multipleOf", "uniqueItems", "contentEncoding", "contentMediaType", "not", "if"];
const MORE_KEYWORDS = ["dependentRequired", "discriminator", "xml"];
const ANNOTATIONS = ["default", "deprecated", "readOnly", "writeOnly"];

/** What a schema says by itself. */
export function ownShape(place: SchemaPlace, schema: Exclude<Schema, boolean>): Shape {
  const at = <T extends Json>(keyword: string, value: T): Place<T> =>
    placeAt(place, pointerTo(place.pointer, keyword), value);
  const types = typesOf(schema);
  const listed = valuesOf(place);
  const subschemas = [...SUBSCHEMAS, ...MORE_SUBSCHEMAS].flatMap((keyword): [string, SchemaPlace[]][] => {
    const value = schema[keyword];
    return isSchema(value) && !isAnything(value) ? [[keyword, [at<Schema>(keyword, value)]]] : [];
  });
  const named = SUBSCHEMA_MAPS.flatMap((keyword): [string, SchemaPlace[]][] =>
    [...mapAt(place, keyword)].map(([name, subschema]) => [`${keyword}/${name}`, [subschema]]),
  );
  const prefix = listAt(place, "prefixItems").map((item, index): [string, SchemaPlace[]] => [
    `prefixItems/${index}`,
    [item],
  ]);
  const required = Array.isArray(schema.required) ? schema.required : [];
  return {
    types: typeSet(types, listed?.values),
    isNullable: (types.length === 0 || types.includes("null")) && (listed === undefined || listed.hasNull),
    values: listed?.values,
    required: new Map(
      required.map((name: Json, index) => [
        String(name),
        placeAt(place, pointerTo(place.pointer, "required", index), name),
      ]),
    ),
    properties: new Map([...mapAt(place, "properties")].map(([name, property]) => [name, [property]])),
    subschemas: new Map([...subschemas, ...named, ...prefix]),
    limits: limitsOf(place, schema),
    keywords: new Map([...saidOf(place, [...KEYWORDS, ...MORE_KEYWORDS])].map(([keyword, said]) => [keyword, [said]])),
    annotations: annotationsOf(place),
    unions: [],
    hasIndexSignature: schema.additionalProperties !== undefined && schema.additionalProperties !== false,
  };
}

/** The annotations of a schema itself that do more than describe. */
export function annotationsOf(place: SchemaPlace): Map<string, Place> {
  return saidOf(place, ANNOTATIONS);
}

/** Those of the keywords that say something; `false` is the same as nothing, but as a default. */
function saidOf(place: SchemaPlace, keywords: readonly string[]): Map<string, Place> {
  const schema = place.value;
  if (typeof schema === "boolean") return new Map();
  return new Map(
    keywords.flatMap((keyword): [string, Place][] => {
      const value = schema[keyword];
      if (value === undefined || (value === false && keyword !== "default")) return [];
      return [[keyword, placeAt(place, pointerTo(place.pointer, keyword), value)]];
    }),
  );
}

/** `additionalProperties: true` says nothing, and neither does an empty schema. */
function isAnything(schema: Schema): boolean {
  return schema === true || (isJsonObject(schema) && Object.keys(schema).length === 0);
}

function limitsOf(place: SchemaPlace, schema: Exclude<Schema, boolean>): Map<string, Limit> {
  const limits = new Map<string, Limit>();
  const areWhole = typesOf(schema).includes("integer") && !typesOf(schema).includes("number");
  const add = (name: string, keyword: string, isExclusive: boolean): void => {
    const found = schema[keyword];
    if (typeof found !== "number") return;
    // For whole numbers, less than 6 is at most 5.
    const isWhole = isExclusive && areWhole && Number.isInteger(found);
    const value = isWhole ? found + (name.startsWith("max") ? -1 : 1) : found;
    const limit = {
      value,
      isExclusive: isExclusive && !isWhole,
      place: placeAt(place, pointerTo(place.pointer, keyword), found),
    };
    limits.set(name, tighterLimit(name, limits.get(name), limit));
  };
  for (const keyword of [...LIMITS, ...COUNTS]) {
    // OpenAPI 3.0 says by a flag that a limit is exclusive, JSON Schema 2020-12 by a limit of its own.
    const exclusive = `exclusive${keyword.charAt(0).toUpperCase()}${keyword.slice(1)}`;
    add(keyword, keyword, schema[exclusive] === true);
    add(keyword, exclusive, true);
  }
  for (const keyword of ["minLength", "minItems", "minProperties"])
    if (limits.get(keyword)?.value === 0) limits.delete(keyword);
  return limits;
}

/** The one of two limits that leaves fewer values. */
export function tighterLimit(name: string, one: Limit | undefined, other: Limit): Limit {
  if (one === undefined) return other;
  if (one.value === other.value) return one.isExclusive ? one : other;
  return one.value < other.value === name.startsWith("max") ? one : other;
}

interface Listed {
  readonly values: ReadonlyMap<string, Place>;
  readonly hasNull: boolean;
}

function valuesOf({ side, pointer, value: schema }: SchemaPlace): Listed | undefined {
  if (typeof schema === "boolean") return undefined;
  const constant: [Json, string][] = schema.const === undefined ? [] : [[schema.const, pointerTo(pointer, "const")]];
  const listed = Array.isArray(schema.enum)
    ? schema.enum.map((value: Json, index): [Json, string] => [value, pointerTo(pointer, "enum", index)])
    : constant;
  if (listed.length === 0) return undefined;
  const values = listed.filter(([value]) => value !== null);
  return {
    values: new Map(values.map(([value, at]) => [canonical(value), { side, pointer: at, value }])),
    hasNull: values.length < listed.length,
  };
}

/** The types of a schema without `null`; those of its values where it names none. */
function typeSet(types: readonly string[], values: ReadonlyMap<string, Place> | undefined): Set<string> | undefined {
  const named = types.filter((type) => type !== "null");
  if (values === undefined) return types.length === 0 ? undefined : new Set(named);
  const found = new Set([...values.values()].map(({ value }) => typeOf(value)));
  if (types.length === 0) return found;
  return new Set(
    named.filter((type) => values.size === 0 || found.has(type) || (type === "integer" && found.has("number"))),
  );
}

function typeOf(value: Json): string {
  if (Array.isArray(value)) return "array";
  return value === null ? "null" : typeof value;
}
