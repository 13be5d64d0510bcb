import { isAnnotation } from "@earmark/openapi";
import type { JsonSchema } from "@earmark/validation";
import fc, { type Arbitrary } from "fast-check";
import { accepts } from "./accepts.ts";
import { type LeftOut, NOT_YET, WITHIN_IF } from "./left-out.ts";
import { KEYWORDS_OF_TYPES, ofType } from "./of-type.ts";
import type { Resolve } from "./references.ts";

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
 * Throws at a keyword that nobody has taught it: ignoring one would make wrong values pass for right ones.
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
