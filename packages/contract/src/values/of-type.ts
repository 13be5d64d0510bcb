import type { JsonSchema } from "@earmark/validation";
import fc, { type Arbitrary } from "fast-check";
import { text } from "./text.ts";

type Inner = (schema: JsonSchema) => Arbitrary<unknown>;

interface Maker {
  readonly keywords: readonly string[];
  readonly make: (schema: JsonSchema, inner: Inner) => Arbitrary<unknown>;
}

/** Makes values of a type with an eye to these keywords alone: it sees no others. */
function maker(keywords: readonly string[], make: Maker["make"]): Maker {
  const seen = (schema: JsonSchema): JsonSchema =>
    Object.fromEntries(keywords.map((keyword) => [keyword, schema[keyword]]));
  return { keywords, make: (schema, inner) => make(seen(schema), inner) };
}

const MAKERS: Readonly<Record<string, Maker>> = {
  null: maker([], () => fc.constant(null)),
  boolean: maker([], () => fc.boolean()),
  integer: maker(["minimum", "maximum"], (schema) => fc.integer(bounds(schema))),
  number: maker(["minimum", "maximum"], (schema) =>
    fc.double({ ...bounds(schema), noNaN: true, noDefaultInfinity: true }),
  ),
  string: maker(["pattern", "format", "minLength", "maxLength"], string),
  array: maker(["items", "minItems", "maxItems", "uniqueItems"], list),
  object: maker(["properties", "required", "additionalProperties"], record),
};

/** All keywords that values of some type are made by. */
export const KEYWORDS_OF_TYPES: readonly string[] = Object.values(MAKERS).flatMap(({ keywords }) => keywords);

/** Values of one type, within the bounds that the schema sets for it. */
export function ofType(type: string, schema: JsonSchema, inner: Inner): Arbitrary<unknown> {
  const found = Object.hasOwn(MAKERS, type) ? MAKERS[type] : undefined;
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
