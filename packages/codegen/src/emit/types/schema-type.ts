// The types of schemas. Implements keywords independently of the emitter of validators: agreement.test.ts holds the two to
// each other, keywords.test.ts holds both to the table of keywords.
import {
  BINARY,
  CLOSED,
  componentName,
  componentRef,
  isInPlace,
  isJsonObject,
  type Json,
  type JsonObject,
  KNOWN_VALUES,
  type Schema,
  tagsOf,
  typesOf,
  type ViewedSchema,
} from "@earmark/openapi";
import {
  intersection,
  list,
  literalType,
  type Member,
  NEVER,
  named,
  object,
  PRESENT,
  type Type,
  tuple,
  UNKNOWN,
  union,
} from "./type.ts";

const ANY_OBJECT = named("Record<string, unknown>");

/** What a program sends and gets for bytes. */
export const BYTES = "$Bytes";

/** Types of the schemas of one view. */
export class SchemaTypes {
  readonly #schemas: ReadonlyMap<string, ViewedSchema>;
  readonly #nameOf: (name: string) => string;

  /**
   * @param schemas those that have a name, by name: what references lead to.
   * @param nameOf what the type of one of them is called.
   */
  constructor(schemas: ReadonlyMap<string, ViewedSchema>, nameOf: (name: string) => string) {
    this.#schemas = schemas;
    this.#nameOf = nameOf;
  }

  /** The type of a schema that has a name. */
  ofNamed({ schema, closedName }: ViewedSchema): Type {
    if (!isJsonObject(schema)) return this.of(schema);
    // The open half of an enumeration that differs by direction has the values of the closed half.
    if (closedName !== undefined && schema[KNOWN_VALUES] !== undefined)
      return union([named(this.#nameOf(closedName)), openValue(schema)]);
    return this.of(schema);
  }

  /**
   * @param around the types that the schema around it has, of whose values one without a type says more.
   */
  of(schema: Schema, around: readonly string[] = []): Type {
    if (typeof schema === "boolean") return schema ? UNKNOWN : NEVER;
    const declared = typesOf(schema);
    const types =
      declared.length > 0 ? declared : around.length > 0 && saysMore(schema) ? around : impliedTypes(schema);
    const part = (keyword: string): readonly Type[] =>
      schema[keyword] === undefined ? [] : [this.#part(schema, keyword, types)];
    const isOwn = saysMore(schema) || !this.#isSaidByPart(schema, types);
    return intersection([
      ...part("$ref"),
      ...part("allOf"),
      ...(isOwn ? [this.#own(schema, types)] : []),
      ...part("anyOf"),
      ...part("oneOf"),
    ]);
  }

  #part(schema: JsonObject, keyword: string, types: readonly string[]): Type {
    if (keyword === "$ref") return this.#reference(schema);
    const members = listOf(schema[keyword]);
    if (keyword === "allOf") return intersection(members.map((member) => this.of(member, types)));
    return union(
      members.map((member) => {
        const type = this.of(member, types);
        const name = keyword === "allOf" ? undefined : nameIn(member);
        return name === undefined ? type : intersection([type, ...this.#tags(schema, name)]);
      }),
    );
  }

  #reference(schema: JsonObject): Type {
    const name = nameIn(schema);
    return name === undefined || !this.#schemas.has(name) ? UNKNOWN : named(this.#nameOf(name));
  }

  /** What a reference leads to, any other schema itself. */
  #resolved(schema: Schema): Schema {
    if (!isJsonObject(schema) || schema.$ref === undefined) return schema;
    return this.#schemas.get(nameIn(schema) ?? "")?.schema ?? true;
  }

  /** Whether one of the schemas that are applied to the same value has no other types than the schema. */
  #isSaidByPart(schema: JsonObject, types: readonly string[]): boolean {
    const isSaid = (part: Schema): boolean => {
      const resolved = this.#resolved(part);
      if (!isJsonObject(resolved)) return false;
      const own = typesOf(resolved).length > 0 ? typesOf(resolved) : impliedTypes(resolved);
      return own.length > 0
        ? own.every((type) => types.includes(type))
        : COMBINING.some((keyword) => resolved[keyword] !== undefined);
    };
    return (
      (schema.$ref !== undefined && isSaid({ $ref: schema.$ref })) ||
      listOf(schema.allOf).some(isSaid) ||
      [schema.anyOf, schema.oneOf].some((union) => union !== undefined && listOf(union).every(isSaid))
    );
  }

  /** What a schema says by itself, without the schemas that it applies to the same value. */
  #own(schema: JsonObject, types: readonly string[]): Type {
    if (schema[BINARY] === true) return named(BYTES);
    if (Array.isArray(schema[KNOWN_VALUES])) {
      const known = schema[KNOWN_VALUES].filter((value: Json) => value !== null);
      return union([...known.map(literalType), openValue(schema)]);
    }
    const values = schema.const !== undefined ? [schema.const] : schema.enum;
    if (Array.isArray(values)) return union(values.filter((value: Json) => isOfType(value, types)).map(literalType));
    return types.length === 0 ? UNKNOWN : union(types.map((type) => this.#ofType(schema, type)));
  }

  #ofType(schema: JsonObject, type: string): Type {
    if (type === "object") return this.#object(schema);
    if (type === "array") return this.#array(schema);
    return type === "integer" ? named("number") : named(type);
  }

  #array(schema: JsonObject): Type {
    const first = listOf(schema.prefixItems).map((item) => this.of(item));
    const others = this.of(asSchema(schema.items ?? (isAlone(schema) ? schema.unevaluatedItems : undefined)));
    if (first.length === 0 && others !== NEVER) return list(others);
    const most = typeof schema.maxItems === "number" ? schema.maxItems : Number.POSITIVE_INFINITY;
    const required = typeof schema.minItems === "number" ? schema.minItems : 0;
    return tuple(first.slice(0, most), required, most <= first.length ? NEVER : others);
  }

  #object(schema: JsonObject): Type {
    const required = new Set(listOfJson(schema.required).map(String));
    const index = this.#index(schema);
    const declared = Object.entries(mapOf(schema.properties)).map(([name, property]): Member => {
      return { name, type: this.of(property), required: required.delete(name), comment: commentOf(property) };
    });
    const type = index === undefined || index === UNKNOWN ? PRESENT : index;
    const members = [...declared, ...[...required].map((name) => ({ name, type, required: true }))];
    members.sort((one, other) => (one.name < other.name ? -1 : 1));
    if (members.length === 0) return index === undefined || index === UNKNOWN ? ANY_OBJECT : object([], index);
    if (index === undefined) return object(members);
    // What an index says is said about every property: it has to include what each of them is.
    const missing = members.every((member) => member.required) ? [] : [named("undefined")];
    return object(members, union([index, ...members.map((member) => member.type), ...missing]));
  }

  /** What properties are that a schema does not name; undefined where it need not be said: there may be any, or none. */
  #index(schema: JsonObject): Type | undefined {
    const patterns = Object.values(mapOf(schema.patternProperties)).map((pattern) => this.of(pattern));
    const others = schema.additionalProperties ?? (isAlone(schema) ? schema.unevaluatedProperties : undefined);
    if (others === undefined && patterns.length === 0) return undefined;
    const index = union([...patterns, this.of(asSchema(others))]);
    return index === NEVER && schema.properties !== undefined ? undefined : index;
  }

  /**
   * The property that tells a member of a union from the others, by the discriminator of the union, or of a schema that the
   * member builds on; none where the member is as clear about it, or says otherwise. By itself, it may have any value.
   */
  #tags(owner: JsonObject, name: string): readonly Type[] {
    const member = this.#schemas.get(name)?.schema ?? true;
    const bases = isJsonObject(member) ? listOf(member.allOf).map((part) => this.#resolved(part)) : [];
    const found = [owner, ...bases]
      .filter(isJsonObject)
      .map((schema) => tagsOf(schema, (ref) => nameIn({ $ref: ref }) === name));
    const { propertyName, tags } = found.find(({ tags }) => tags.length > 0) ?? { propertyName: "", tags: [] };
    const { required, types, values } = this.#property(name, propertyName);
    const agreeing = (values ?? tags.map((tag) => tagOf(tag, types))).filter((value) => tags.includes(String(value)));
    if (agreeing.length === 0 || (required && agreeing.length === values?.length)) return [];
    return [object([{ name: propertyName, type: union(agreeing.map(literalType)), required: true }])];
  }

  /** What a schema, or a part of it, says about a property. */
  #property(owner: string, name: string): Property {
    const found: { -readonly [Key in keyof Property]: Property[Key] } = {
      types: [],
      values: undefined,
      required: false,
    };
    const parts: Schema[] = [{ $ref: componentRef(owner) }];
    const seen = new Set<Schema>();
    for (const part of parts) {
      const schema = this.#resolved(part);
      if (!isJsonObject(schema) || seen.has(schema)) continue;
      seen.add(schema);
      parts.push(...listOf(schema.allOf), ...(schema.$ref === undefined ? [] : [{ $ref: schema.$ref }]));
      found.required ||= listOfJson(schema.required).includes(name);
      const own = this.#resolved(asSchema(isJsonObject(schema.properties) ? schema.properties[name] : undefined));
      if (!isJsonObject(own)) continue;
      found.types = [...found.types, ...typesOf(own)];
      const listed = own.const === undefined ? own.enum : [own.const];
      if (Array.isArray(listed)) found.values ??= listed;
    }
    return found;
  }
}

interface Property {
  readonly types: readonly string[];
  /** All that it can be; undefined where it can be anything of its types. */
  readonly values: readonly Json[] | undefined;
  readonly required: boolean;
}

/** A value as a mapping names it, as the property has it. */
function tagOf(name: string, types: readonly string[]): Json {
  if (types.includes("boolean") && /^(true|false)$/.test(name)) return name === "true";
  const isNumber = (types.includes("integer") || types.includes("number")) && String(Number(name)) === name;
  return isNumber ? Number(name) : name;
}

/** The schema that a reference names. One to the letter is a subset of its lenient form, and has no type of its own. */
function nameIn(schema: Schema): string | undefined {
  const ref = isJsonObject(schema) ? schema.$ref : undefined;
  if (typeof ref !== "string") return undefined;
  return componentName(ref.startsWith(CLOSED) ? componentRef("") + ref.slice(CLOSED.length) : ref);
}

/** Keywords whose schemas are applied to the value itself, and that types have a form for. */
const COMBINING = ["$ref", "allOf", "anyOf", "oneOf"];

const OF_OBJECTS = ["additionalProperties", "patternProperties", "properties", "required"];
const OF_ARRAYS = ["items", "prefixItems"];

/** The keywords that types have a form for. */
export const TYPED: readonly string[] = [
  ...[...COMBINING, ...OF_OBJECTS, ...OF_ARRAYS],
  ...["const", "discriminator", "enum", "maxItems", "minItems", "type", "unevaluatedItems", "unevaluatedProperties"],
];

/** The others, with the reason. */
export const UNTYPED: Readonly<Record<string, string>> = {
  "minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern format uniqueItems":
    "TypeScript has no such types.",
  "minProperties maxProperties propertyNames contains minContains maxContains":
    "TypeScript counts no properties or items.",
  "not if then else dependentSchemas dependentRequired": "TypeScript has no types on a condition.",
  $dynamicRef: "What it leads to depends on the way to it.",
  nullable: "The model says it in `type`.",
};

/** Whether a schema says more than which types there are. */
function saysMore(schema: JsonObject): boolean {
  const keywords = ["const", "enum", BINARY, KNOWN_VALUES, ...OF_OBJECTS, ...OF_ARRAYS];
  return keywords.some((keyword) => schema[keyword] !== undefined);
}

/**
 * What a schema without a `type` is taken for. By the letter, `{ properties: … }` allows strings, too: its author does
 * not mean it, and a property of such a type could not be read.
 */
function impliedTypes(schema: JsonObject): readonly string[] {
  const has = (keywords: readonly string[]): boolean => keywords.some((keyword) => schema[keyword] !== undefined);
  return [...(has(OF_OBJECTS) ? ["object"] : []), ...(has(OF_ARRAYS) ? ["array"] : [])];
}

/** Any value of an open enumeration: editors complete the known ones, which a plain `string` would swallow. */
function openValue(schema: JsonObject): Type {
  const types = typesOf(schema);
  const base = types.includes("string") ? "string" : "number";
  return union([intersection([named(base), named("{}")]), ...(types.includes("null") ? [named("null")] : [])]);
}

function isOfType(value: Json, types: readonly string[]): boolean {
  const own = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  return types.length === 0 || types.includes(own) || (own === "number" && types.includes("integer"));
}

/** Whether no other schema is applied to the value, which might evaluate parts of it. */
function isAlone(schema: JsonObject): boolean {
  return !Object.keys(schema).some((keyword) => isInPlace(keyword));
}

/** What is said about a schema, for a documentation comment. */
export function commentOf(schema: Schema): string | undefined {
  if (!isJsonObject(schema)) return undefined;
  const { description, deprecated, format, default: value, example, examples } = schema;
  const shown = (tag: string, json: Json | undefined): string[] =>
    json === undefined ? [] : [`@${tag} ${typeof json === "string" ? json : JSON.stringify(json)}`];
  const tags = [
    ...(deprecated === true ? ["@deprecated"] : []),
    ...shown("default", value),
    ...shown("format", format),
    ...[example, ...listOfJson(examples)].flatMap((one) => shown("example", one)),
  ].map((tag) => tag.replaceAll(/\s+/g, " "));
  const text = typeof description === "string" ? description.trim() : "";
  return [...(text === "" ? [] : [text, ...(tags.length === 0 ? [] : [""])]), ...tags].join("\n") || undefined;
}

function mapOf(value: Json | undefined): Readonly<Record<string, Schema>> {
  // The model has nothing but schemas in these keywords.
  return isJsonObject(value) ? (value as Readonly<Record<string, Schema>>) : {};
}

function asSchema(value: Json | undefined): Schema {
  return typeof value === "boolean" || isJsonObject(value) ? value : true;
}

function listOf(value: Json | undefined): readonly Schema[] {
  return listOfJson(value).map(asSchema);
}

function listOfJson(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
