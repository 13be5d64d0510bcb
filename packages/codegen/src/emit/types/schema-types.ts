// A type for every keyword, independent of everything else that reads the table of keywords.
import { BINARY, isJsonObject, type Json, type JsonObject, KNOWN_VALUES, type Schema, typesOf } from "@earmark/openapi";
import { docComment, inline, type Lines, literal, propertyKey } from "../source.ts";
import { type Discriminators, targetOf } from "./discriminators.ts";

/** What types of schemas are printed with. */
export interface TypeContext {
  /** What the module calls the type of a component. */
  readonly nameOf: (component: string) => string;
  readonly schemaOf: (component: string) => Schema | undefined;
  readonly discriminators: Discriminators;
}

/** Bytes, which programs without the library of browsers, or the types of Node, have no name for. */
const BYTES = "$Bytes";
const WITH_REQUIRED = "$Required";

/** Types that those of schemas are made of, by name. */
const HELPERS: Readonly<Record<string, Lines>> = {
  [BYTES]: [
    "/** What a program sends and gets for bytes: a `Blob`. */",
    `type ${BYTES} = typeof globalThis extends { Blob: { prototype: infer Blob } } ? Blob : {`,
    "  readonly size: number;",
    "  readonly type: string;",
    "  arrayBuffer(): Promise<ArrayBuffer>;",
    "  text(): Promise<string>;",
    "};",
  ],
  // A part may be `null`, or lack the property.
  [WITH_REQUIRED]: [
    `type ${WITH_REQUIRED}<T, K extends PropertyKey> = T extends unknown ? T & { [P in K & keyof T]-?: T[P] } : never;`,
  ],
};

/** The declarations of what some types use beside each other. */
export function helpersIn(types: readonly string[]): Lines {
  return Object.entries(HELPERS).flatMap(([name, lines]) => (types.some((type) => type.includes(name)) ? lines : []));
}

/** What a module cannot call its own types: what declarations use, and words that begin a type. */
export const TAKEN_TYPES: readonly string[] = [
  ...Object.keys(HELPERS),
  ..."Omit $client asserts infer intrinsic keyof readonly unique".split(" "),
];

/** A type, and what it is at its top. */
interface Type {
  readonly text: string;
  readonly top: "intersection" | "one" | "union";
  /** A type of JSON that is neither an object nor a list, or values of it. */
  readonly isPrimitive?: boolean;
}

const one = (text: string): Type => ({ text, top: "one" });
const primitive = (text: string): Type => ({ text, top: "one", isPrimitive: true });
const UNKNOWN = one("unknown");
const NEVER = primitive("never");
const ANY_OBJECT = one("Record<string, unknown>");

/** The type of a component of the document; `closedHalf` is the component that an open enumeration is open beyond. */
export function componentType(name: string, schema: Schema, context: TypeContext, closedHalf?: string): string {
  if (isJsonObject(schema) && closedHalf !== undefined && schema[KNOWN_VALUES] !== undefined)
    return union([one(context.nameOf(closedHalf)), openType(schema)]).text;
  return typeOf(isJsonObject(schema) ? context.discriminators.told(name, schema) : schema, { ...context, indent: "" })
    .text;
}

/** The type of a schema without a name. */
export function inlineType(schema: Schema, context: TypeContext): string {
  return typeOf(schema, { ...context, indent: "" }).text;
}

interface Place extends TypeContext {
  readonly indent: string;
}

function typeOf(schema: Json, place: Place): Type {
  if (!isJsonObject(schema)) return schema === false ? NEVER : UNKNOWN;
  const { $ref: ref, const: constant, enum: values, type } = schema;
  if (typeof ref === "string") {
    const name = targetOf(ref);
    return name === undefined ? UNKNOWN : one(place.nameOf(name));
  }
  if (constant !== undefined) return literalType(constant);
  const isOfObjects = type === "object" || schema.properties !== undefined || schema.additionalProperties !== undefined;
  if (Array.isArray(values) && !isOfObjects) return union(values.map(literalType));
  const parts = [...coreTypes(schema, place), ...partTypes(schema, place)];
  const unions = [schema.anyOf, schema.oneOf].flatMap((members) =>
    Array.isArray(members) ? [union(members.map((member: Json) => typeOf(member, place)))] : [],
  );
  if (parts.length + unions.length === 0) return type === undefined ? UNKNOWN : ANY_OBJECT;
  return intersection([...parts, ...unions]);
}

/** What a schema says without the help of others. */
function coreTypes(schema: JsonObject, place: Place): readonly Type[] {
  if (schema[BINARY] === true) return [one(BYTES)];
  if (schema[KNOWN_VALUES] !== undefined) return [openEnumeration(schema)];
  const types = typesOf(schema);
  const object = objectType(schema, place);
  if (types.length === 0) return object === undefined ? [] : [object];
  const isPart = ["allOf", "anyOf", "oneOf"].some((keyword) => schema[keyword] !== undefined);
  // What kind of object it is, the parts say.
  if (isPart && object === undefined && types.join() === "object") return [];
  const found = types.map((type) => {
    if (type === "object") return object ?? (isPart ? one("object") : ANY_OBJECT);
    if (type === "array") return arrayType(schema, place);
    return primitive(type === "integer" ? "number" : type);
  });
  return [union(found)];
}

/** The schemas that `allOf` lists, each with what is required of the whole. */
function partTypes({ allOf, required }: JsonObject, place: Place): readonly Type[] {
  if (!Array.isArray(allOf)) return [];
  const outer = Array.isArray(required) ? required : [];
  return allOf.map((part: Json) => {
    if (!isJsonObject(part)) return typeOf(part, place);
    const target = typeof part.$ref === "string" ? targetOf(part.$ref) : undefined;
    if (target === undefined) {
      const inner = Array.isArray(part.required) ? part.required : [];
      const type = typeOf(outer.length === 0 ? part : { ...part, required: [...outer, ...inner] }, place);
      return isJsonObject(part.discriminator) ? without(type, part.discriminator.propertyName) : type;
    }
    const properties = propertiesOf(target, place);
    const keys = outer.filter((key: Json) => Object.hasOwn(properties, String(key)));
    const type = one(place.nameOf(target));
    const whole = keys.length === 0 ? type : one(`${WITH_REQUIRED}<${type.text}, ${keys.map(literal).join(" | ")}>`);
    return without(whole, place.discriminators.propertyOf(target));
  });
}

function without(type: Type, property: Json | undefined): Type {
  return typeof property === "string" ? one(`Omit<${type.text}, ${literal(property)}>`) : type;
}

/** The properties of a component, or of what it stands for. */
function propertiesOf(component: string, { schemaOf }: TypeContext): JsonObject {
  const seen = new Set<string>();
  for (let name: string | undefined = component; name !== undefined && !seen.has(name); ) {
    seen.add(name);
    const schema: Schema | undefined = schemaOf(name);
    if (!isJsonObject(schema)) break;
    if (isJsonObject(schema.properties)) return schema.properties;
    name = typeof schema.$ref === "string" ? targetOf(schema.$ref) : undefined;
  }
  return {};
}

function objectType(schema: JsonObject, place: Place): Type | undefined {
  const indent = `${place.indent}  `;
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  const properties = Object.entries(isJsonObject(schema.properties) ? schema.properties : {}).flatMap(
    ([name, property]) => {
      const readOnly = isJsonObject(property) && property.readOnly === true ? "readonly " : "";
      const key = `${readOnly}${propertyKey(name)}${required.has(name) ? "" : "?"}`;
      return [...schemaDocumentation(property), `${key}: ${typeOf(property, { ...place, indent }).text};`];
    },
  );
  const { additionalProperties: others, patternProperties: patterns } = schema;
  const indexed = [
    ...(others === undefined || others === false ? [] : [others]),
    ...(isJsonObject(patterns) ? Object.values(patterns) : []),
  ].map((value) => typeOf(value, { ...place, indent }));
  const types = [
    ...(properties.length === 0 ? [] : [bracedType(properties, place.indent)]),
    ...(indexed.length === 0 ? [] : [one(`{ [key: string]: ${union(indexed).text} }`)]),
  ];
  return types.length === 0 ? undefined : intersection(types);
}

function bracedType(members: Lines, indent: string): Type {
  return one(`{\n${members.map((line) => `${indent}  ${line}\n`).join("")}${indent}}`);
}

function arrayType({ items, prefixItems }: JsonObject, place: Place): Type {
  if (Array.isArray(prefixItems))
    return one(`[${prefixItems.map((item: Json) => typeOf(item, place).text).join(", ")}]`);
  return one(`${enclosed(typeOf(items ?? true, place))}[]`);
}

function literalType(value: Json): Type {
  if (Array.isArray(value)) {
    if (value.length === 0) return one("never[]");
    return one(`[${value.map((item: Json) => literalType(item).text).join(", ")}]`);
  }
  if (!isJsonObject(value)) return primitive(literal(value));
  const members = Object.entries(value).map(([name, member]) => `${propertyKey(name)}: ${literalType(member).text}`);
  return one(members.length === 0 ? "Record<string, never>" : `{ ${members.join("; ")} }`);
}

/**
 * An open enumeration: `"a" | "b" | (string & Record<never, never>)`.
 * Editors complete the known values; any other is allowed. A plain `| string` would swallow the literals.
 */
function openEnumeration(schema: JsonObject): Type {
  const known = schema[KNOWN_VALUES];
  const values = Array.isArray(known) ? known.filter((value: Json) => value !== null) : [];
  const isNullable = typesOf(schema).includes("null");
  return union([...values.map(literalType), openType(schema), ...(isNullable ? [primitive("null")] : [])]);
}

function openType(schema: JsonObject): Type {
  const type = typesOf(schema).includes("string") ? "string" : "number";
  return { text: `${type} & Record<never, never>`, top: "intersection" };
}

function union(types: readonly Type[]): Type {
  const kept = types.filter(({ text }) => text !== NEVER.text);
  if (kept.some(({ text }) => text === UNKNOWN.text)) return UNKNOWN;
  const texts = new Set(kept.map((type) => (type.top === "union" ? type.text : enclosed(type))));
  const [only] = kept;
  if (only === undefined) return NEVER;
  if (texts.size === 1) return only;
  return { text: [...texts].join(" | "), top: "union", isPrimitive: kept.every(({ isPrimitive }) => isPrimitive) };
}

function intersection(types: readonly Type[]): Type {
  const kept = types.filter(({ text }) => text !== UNKNOWN.text);
  const texts = new Set(kept.map((type) => (type.top === "intersection" ? type.text : enclosed(type))));
  const [only] = kept;
  if (only === undefined) return UNKNOWN;
  if (texts.size === 1) return only;
  return { text: [...texts].join(" & "), top: "intersection" };
}

function enclosed({ text, top }: Type): string {
  return top === "one" ? text : `(${text})`;
}

/** What a schema says to people: a comment in front of what has its type. */
export function schemaDocumentation(schema: Json): Lines {
  if (!isJsonObject(schema)) return [];
  const { title, description, format, deprecated, default: initial, example, examples } = schema;
  const shown = [...(example === undefined ? [] : [example]), ...(Array.isArray(examples) ? examples : [])];
  const text = (value: Json): string => (typeof value === "string" ? value : inline(value));
  const parts = [
    ...[title, description].filter((part) => typeof part === "string"),
    ...(typeof format === "string" ? [`Format: ${format}`] : []),
    ...(deprecated === true ? ["@deprecated"] : []),
    ...(initial === undefined ? [] : [`@default ${text(initial)}`]),
    ...shown.map((value) => `@example ${text(value)}`),
  ];
  return docComment(parts.join("\n"));
}
