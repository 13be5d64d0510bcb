import { isJsonObject, type Json, pointerTo } from "../../../document/index.ts";
import { isSchema, type Schema, typesOf } from "../../../model/index.ts";
import { type Place, placeAt } from "../place.ts";
import { isNull, targetOf } from "./reference.ts";

export type SchemaPlace = Place<Schema>;

/** `anyOf` or `oneOf`, without an alternative that is just `null`. */
interface Union {
  readonly keyword: "anyOf" | "oneOf";
  readonly members: readonly SchemaPlace[];
}

/** One bound of a number, a length or a count. */
export interface Limit {
  readonly value: number;
  readonly isExclusive: boolean;
  readonly place: Place;
}

/**
 * What a schema says about values, with references followed and `allOf` taken together, however it is written: OpenAPI
 * 3.0 or 3.1, `nullable` or a list of types, `const` or `enum`, inline or by reference. Each part knows where it stands.
 *
 * The model rewrites schemas for the emitters, and forgets places and documentation; so a shape is read beside it, from
 * the document.
 */
export interface Shape {
  /** Without `null`; undefined for any type. */
  readonly types: ReadonlySet<string> | undefined;
  readonly isNullable: boolean;
  /** The values of an enumeration by their canonical text, `null` left out; undefined where there is none. */
  readonly values: ReadonlyMap<string, Place> | undefined;
  readonly required: ReadonlyMap<string, Place>;
  readonly properties: ReadonlyMap<string, readonly SchemaPlace[]>;
  /** By keyword, or keyword and name: `items`, `prefixItems/0`, `patternProperties/^x`. */
  readonly subschemas: ReadonlyMap<string, readonly SchemaPlace[]>;
  readonly limits: ReadonlyMap<string, Limit>;
  /** Every other keyword that says something about values. */
  readonly keywords: ReadonlyMap<string, Place>;
  /** Annotations that do more than describe: `default`, `deprecated`, `readOnly`, `writeOnly`. */
  readonly annotations: ReadonlyMap<string, Place>;
  readonly unions: readonly Union[];
  /** Whether it says that properties may be there which it does not list; they may be there anyway. */
  readonly hasIndexSignature: boolean;
}

const ANYTHING: Shape = {
  types: undefined,
  isNullable: true,
  values: undefined,
  required: new Map(),
  properties: new Map(),
  subschemas: new Map(),
  limits: new Map(),
  keywords: new Map(),
  annotations: new Map(),
  unions: [],
  hasIndexSignature: false,
};

/** What matches all of the schemas. */
export function shapeOf(places: readonly SchemaPlace[]): Shape {
  return combined(places, new Set());
}

function combined(places: readonly SchemaPlace[], seen: ReadonlySet<string>): Shape {
  return places.map((place) => shapeOfOne(place, seen)).reduce(intersection, ANYTHING);
}

function shapeOfOne(place: SchemaPlace, seen: ReadonlySet<string>): Shape {
  const { value, pointer } = place;
  if (value === true || seen.has(pointer)) return ANYTHING;
  if (value === false) return { ...ANYTHING, types: new Set(), isNullable: false };
  const within = new Set(seen).add(pointer);
  const target = targetOf(place);
  // Beside a reference, OpenAPI 3.0 ignores everything but what the model honours: `nullable`.
  const isAlone = target !== undefined && place.side.document.version === "3.0";
  const parts = [
    ...(target === undefined ? [] : [shapeOfOne(target, within)]),
    ...(isAlone ? [] : [ownShape(place, value), ...compositions(place, within)]),
  ];
  const shape = parts.reduce(intersection, ANYTHING);
  return value.nullable === true ? { ...shape, isNullable: true } : shape;
}

function compositions(place: SchemaPlace, seen: ReadonlySet<string>): Shape[] {
  const allOf = listAt(place, "allOf").map((part) => shapeOfOne(part, seen));
  const unions = (["anyOf", "oneOf"] as const).flatMap((keyword): Shape[] => {
    const members = listAt(place, keyword);
    if (members.length === 0) return [];
    const others = members.filter((member) => !isNull(member.value));
    const [only] = others;
    const isNullable = others.length < members.length;
    if (only !== undefined && others.length === 1) {
      const shape = shapeOfOne(only, seen);
      return [isNullable ? { ...shape, isNullable } : shape];
    }
    const acceptsNull = isNullable || others.some((member) => shapeOfOne(member, seen).isNullable);
    return [{ ...ANYTHING, isNullable: acceptsNull, unions: [{ keyword, members: others }] }];
  });
  return [...allOf, ...unions];
}

const LIMITS = ["minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems"];
const COUNTS = ["minProperties", "maxProperties", "minContains", "maxContains"];
const SUBSCHEMAS = ["items", "additionalProperties", "unevaluatedItems", "unevaluatedProperties", "contains"];
const MORE_SUBSCHEMAS = ["propertyNames", "contentSchema", "then", "else"];
const SUBSCHEMA_MAPS = ["patternProperties", "dependentSchemas"];
const KEYWORDS = ["pattern", "format", "multipleOf", "uniqueItems", "contentEncoding", "contentMediaType", "not", "if"];
const MORE_KEYWORDS = ["dependentRequired", "discriminator", "xml"];
const ANNOTATIONS = ["default", "deprecated", "readOnly", "writeOnly"];

/** What a schema says by itself. */
function ownShape(place: SchemaPlace, schema: Exclude<Schema, boolean>): Shape {
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
    keywords: saidOf(place, [...KEYWORDS, ...MORE_KEYWORDS]),
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
  const add = (name: string, keyword: string, isExclusive: boolean): void => {
    const value = schema[keyword];
    if (typeof value !== "number") return;
    const limit = { value, isExclusive, place: placeAt(place, pointerTo(place.pointer, keyword), value) };
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

/** The same text for the same value, in whatever order its keys are. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(",")}}`;
}

/** The schemas of the list under a keyword. */
function listAt({ side, pointer, value: schema }: SchemaPlace, keyword: string): SchemaPlace[] {
  const list = typeof schema === "boolean" ? undefined : schema[keyword];
  if (!Array.isArray(list)) return [];
  return list.flatMap((value: Json, index) =>
    isSchema(value) ? [{ side, pointer: pointerTo(pointer, keyword, index), value }] : [],
  );
}

/** The schemas of the map under a keyword. */
function mapAt({ side, pointer, value: schema }: SchemaPlace, keyword: string): Map<string, SchemaPlace> {
  const map = typeof schema === "boolean" ? undefined : schema[keyword];
  if (!isJsonObject(map)) return new Map();
  return new Map(
    Object.entries(map).flatMap(([name, value]) =>
      isSchema(value) ? [[name, { side, pointer: pointerTo(pointer, keyword, name), value }]] : [],
    ),
  );
}

function intersection(one: Shape, other: Shape): Shape {
  return {
    types: commonTypes(one.types, other.types),
    isNullable: one.isNullable && other.isNullable,
    values: commonValues(one.values, other.values),
    required: new Map([...other.required, ...one.required]),
    properties: joined(one.properties, other.properties),
    subschemas: joined(one.subschemas, other.subschemas),
    limits: new Map([
      ...one.limits,
      ...[...other.limits].map(([name, limit]): [string, Limit] => [
        name,
        tighterLimit(name, one.limits.get(name), limit),
      ]),
    ]),
    keywords: new Map([...other.keywords, ...one.keywords]),
    annotations: new Map([...other.annotations, ...one.annotations]),
    unions: [...one.unions, ...other.unions],
    hasIndexSignature: one.hasIndexSignature || other.hasIndexSignature,
  };
}

function commonTypes(one: Shape["types"], other: Shape["types"]): Shape["types"] {
  if (one === undefined || other === undefined) return one ?? other;
  const has = (set: ReadonlySet<string>, type: string): boolean =>
    set.has(type) || (type === "integer" && set.has("number"));
  return new Set([...[...one].filter((type) => has(other, type)), ...[...other].filter((type) => has(one, type))]);
}

function commonValues(one: Shape["values"], other: Shape["values"]): Shape["values"] {
  if (one === undefined || other === undefined) return one ?? other;
  return new Map([...one].filter(([value]) => other.has(value)));
}

function joined(
  one: ReadonlyMap<string, readonly SchemaPlace[]>,
  other: ReadonlyMap<string, readonly SchemaPlace[]>,
): Map<string, readonly SchemaPlace[]> {
  const result = new Map(one);
  for (const [name, places] of other) result.set(name, [...(one.get(name) ?? []), ...places]);
  return result;
}
