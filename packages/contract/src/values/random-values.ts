import { isAnnotation } from "@earmark/openapi";
import type { JsonSchema } from "@earmark/validation";
import fc, { type Arbitrary } from "fast-check";
import { accepts } from "./accepts.ts";
import { type LeftOut, NOT_YET, WITHIN_IF } from "./left-out.ts";
import type { Resolve } from "./references.ts";

// fast-check's own unit `binary` is the same, and takes a quarter of a second for each use to set up.
const codePoint: Arbitrary<string> = fc
  .oneof(fc.integer({ min: 0x20, max: 0x7e }), fc.integer({ min: 0, max: 0x10f7ff }))
  .map((number) => String.fromCodePoint(number < 0xd800 ? number : number + 0x800));

/** Text of so many code points, of any kind: all that can be written in UTF-8. */
export function text(minLength: number, maxLength: number): Arbitrary<string> {
  return fc.string({ unit: codePoint, minLength, maxLength });
}

type Inner = (schema: JsonSchema) => Arbitrary<unknown>;

interface TypeMaker {
  readonly keywords: readonly string[];
  readonly make: (schema: JsonSchema, inner: Inner) => Arbitrary<unknown>;
}

/** Makes values of a type with an eye to these keywords alone: it sees no others. */
function ofKeywords(keywords: readonly string[], make: TypeMaker["make"]): TypeMaker {
  const seen = (schema: JsonSchema): JsonSchema =>
    Object.fromEntries(keywords.map((keyword) => [keyword, schema[keyword]]));
  return { keywords, make: (schema, inner) => make(seen(schema), inner) };
}

const TYPE_MAKERS: Readonly<Record<string, TypeMaker>> = {
  null: ofKeywords([], () => fc.constant(null)),
  boolean: ofKeywords([], () => fc.boolean()),
  integer: ofKeywords(["minimum", "maximum"], (schema) => fc.integer(bounds(schema))),
  number: ofKeywords(["minimum", "maximum"], (schema) =>
    fc.double({ ...bounds(schema), noNaN: true, noDefaultInfinity: true }),
  ),
  string: ofKeywords(["pattern", "format", "minLength", "maxLength"], string),
  array: ofKeywords(["items", "minItems", "maxItems", "uniqueItems"], list),
  object: ofKeywords(["properties", "required", "additionalProperties"], record),
};

/** All keywords that values of some type are made by. */
const KEYWORDS_OF_TYPES: readonly string[] = Object.values(TYPE_MAKERS).flatMap(({ keywords }) => keywords);

/** Values of one type, within the bounds that the schema sets for it. */
function ofType(type: string, schema: JsonSchema, inner: Inner): Arbitrary<unknown> {
  const found = Object.hasOwn(TYPE_MAKERS, type) ? TYPE_MAKERS[type] : undefined;
  if (found === undefined) throw new Error(`No values are known for the type ${type}.`);
  return found.make(schema, inner);
}

/** Lengths count code points (JSON Schema Validation section 6.3). */
function string(schema: JsonSchema): Arbitrary<string> {
  const { pattern, format, minLength: shortest = 0, maxLength: longest = shortest + 50 } = schema;
  const fits = (value: string): boolean => {
    const { length } = Array.from(value);
    return length >= shortest && length <= (schema.maxLength ?? length);
  };
  if (pattern !== undefined) return matching(pattern).filter(fits);
  if (format !== undefined) return formatted(format).filter(fits);
  return fc.oneof(text(shortest, longest), text(shortest, shortest), text(longest, longest));
}

const patterns = new Map<string, Arbitrary<string>>();

/** Kept, since fast-check looks at a pattern for ten milliseconds, and documents repeat theirs. */
function matching(pattern: string): Arbitrary<string> {
  const arbitrary = patterns.get(pattern) ?? fc.stringMatching(new RegExp(pattern, "u"));
  patterns.set(pattern, arbitrary);
  return arbitrary;
}

function formatted(format: string): Arbitrary<string> {
  switch (format) {
    case "uri":
      // Not fc.webUrl, which takes seconds to set up.
      return fc
        .tuple(fc.constantFrom("https", "http"), fc.domain(), fc.array(text(0, 5), { maxLength: 3 }))
        .map(([scheme, host, path]) => `${scheme}://${[host, ...path.map(encodeURIComponent)].join("/")}`);
    case "date-time":
      return fc
        .date({ noInvalidDate: true, min: new Date(0), max: new Date("9999-12-31") })
        .map((date) => date.toISOString());
    default:
      throw new Error(`No values are known for the format ${format}.`);
  }
}

function list({ items = {}, minItems = 0, maxItems, uniqueItems }: JsonSchema, inner: Inner): Arbitrary<unknown> {
  const length = { minLength: minItems, maxLength: maxItems ?? minItems + 4 };
  return uniqueItems === true ? fc.uniqueArray(inner(items), length) : fc.array(inner(items), length);
}

function record(
  { properties = {}, required = [], additionalProperties }: JsonSchema,
  inner: Inner,
): Arbitrary<unknown> {
  if (typeof additionalProperties === "object") throw new Error("No values are known for properties with a schema.");
  const known = Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, inner(property)]));
  // Every one that must be there has values: what is required and not described may be anything.
  const keys = { requiredKeys: required.filter((name) => Object.hasOwn(known, name)) };
  return fc.record(known, { ...keys, noNullPrototype: true });
}

function bounds({ minimum: min, maximum: max }: JsonSchema) {
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

type Maker = (schema: JsonSchema, resolve: Resolve) => Arbitrary<unknown>;

/** What makes values where a schema has a keyword. The first of these that a schema has decides, and sees to the rest. */
const MAKERS: Readonly<Record<string, Maker>> = {
  $ref: ({ $ref = "", ...own }, resolve) => valid(merge(resolve($ref), own), resolve),
  allOf: ({ allOf = [], ...own }, resolve) =>
    valid([own, ...allOf].map((each) => flat(each, resolve)).reduce(merge), resolve),
  anyOf: ({ anyOf = [], ...own }, resolve) => oneOfThese(anyOf, own, resolve),
  oneOf: ({ oneOf = [], ...own }, resolve) => {
    const branches = oneOf.map((each) => accepts(each, resolve));
    return oneOfThese(oneOf, own, resolve).filter(
      (value) => branches.filter((accepted) => accepted(value)).length === 1,
    );
  },
  // Ajv decides conditions: no generator could know every form that one may have.
  if: ({ if: condition, then = true, else: otherwise = true, ...own }, resolve) =>
    valid(own, resolve).filter(accepts({ if: condition, then, else: otherwise }, resolve)),
  // biome-ignore lint/suspicious/noThenProperty: a keyword, of a table that nobody awaits. Without `if`, it says nothing.
  then: ({ then: _, ...own }, resolve) => valid(own, resolve),
  else: ({ else: _, ...own }, resolve) => valid(own, resolve),
  // It never changes what is valid.
  discriminator: ({ discriminator: _, ...own }, resolve) => valid(own, resolve),
  enum: ({ enum: values = [] }) => fc.constantFrom(...values),
  const: (schema) => fc.constant(schema.const),
  type: ({ type = [], ...own }, resolve) =>
    fc.oneof(...[type].flat().map((each) => ofType(each, own, (inner) => valid(inner, resolve)))),
};

/** Keywords that say which values there are, each of which is honoured. */
export const KNOWN: ReadonlySet<string> = new Set([...Object.keys(MAKERS), ...KEYWORDS_OF_TYPES]);

export const LEFT_OUT: LeftOut = { ...NOT_YET, [WITHIN_IF]: "contains" };

/**
 * Every value that a schema allows, each kind of it now and then, with the bounds more often than chance would have it.
 *
 * Throws at a keyword that it does not know: ignoring one would make wrong values pass for right ones.
 */
export function valid(schema: JsonSchema, resolve: Resolve): Arbitrary<unknown> {
  const unknown = Object.keys(schema).filter((name) => !KNOWN.has(name) && !isAnnotation(name));
  if (unknown.length > 0) throw new Error(`No values are known for the keyword ${unknown}; add it to values/.`);
  const [make] = Object.entries(MAKERS).flatMap(([name, maker]) => (schema[name] === undefined ? [] : [maker]));
  if (make === undefined) throw new Error(`No values are known for ${JSON.stringify(schema)}, which has no type.`);
  return make(schema, resolve);
}

function oneOfThese(branches: readonly JsonSchema[], own: JsonSchema, resolve: Resolve): Arbitrary<unknown> {
  return fc.oneof(...branches.map((each) => valid(merge(own, flat(each, resolve)), resolve)));
}

function flat(branch: JsonSchema, resolve: Resolve): JsonSchema {
  const { $ref: target, ...rest } = branch;
  return target === undefined ? branch : merge(flat(resolve(target), resolve), rest);
}

/** Both schemas in one. Throws where the same keyword would have to hold twice. */
function merge(one: JsonSchema, other: JsonSchema): JsonSchema {
  for (const [name, value] of Object.entries(other)) {
    const clash = one[name] !== undefined && !isAnnotation(name) && JSON.stringify(one[name]) !== JSON.stringify(value);
    if (clash) throw new Error(`No values are known for schemas that both have ${name}.`);
  }
  return { ...one, ...other };
}
