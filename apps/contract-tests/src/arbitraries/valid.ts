import type { JsonSchema } from "@earmark/validation";
import fc, { type Arbitrary } from "fast-check";
import { accepts } from "../violations/accepts.ts";
import { isAnnotation } from "../violations/is-annotation.ts";
import type { Resolve } from "../violations/resolve.ts";
import { ofType } from "./of-type.ts";

/** Keywords that say which values there are, each of which is honoured below or in `ofType`. */
const KNOWN: ReadonlySet<string> = new Set([
  ...["$ref", "anyOf", "oneOf", "allOf", "if", "then", "else", "type", "enum", "const"],
  ...["pattern", "format", "minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems", "items"],
  ...["uniqueItems", "properties", "required", "additionalProperties"],
]);

/**
 * Every value that a schema allows, each kind of it now and then, with the bounds more often than chance would have it.
 *
 * Throws at a keyword that nobody has taught it: ignoring one would make wrong values pass for right ones.
 */
export function valid(schema: JsonSchema, resolve: Resolve): Arbitrary<unknown> {
  const unknown = Object.keys(schema).filter((name) => !KNOWN.has(name) && !isAnnotation(name));
  if (unknown.length > 0) throw new Error(`No values are known for the keyword ${unknown}; add it to arbitraries/.`);
  const { $ref, anyOf, oneOf, allOf, ...own } = schema;
  if ($ref !== undefined) return valid(merge(resolve($ref), own), resolve);
  if (allOf !== undefined) return valid([own, ...allOf].map(flat).reduce(merge), resolve);
  if (anyOf !== undefined) return fc.oneof(...anyOf.map((each) => valid(merge(own, flat(each)), resolve)));
  if (oneOf !== undefined) {
    const branches = oneOf.map((each) => accepts(each, resolve));
    const once = (value: unknown) => branches.filter((accepted) => accepted(value)).length === 1;
    return fc.oneof(...oneOf.map((each) => valid(merge(own, flat(each)), resolve))).filter(once);
  }
  const values = own.enum !== undefined ? fc.constantFrom(...own.enum) : typed(own, resolve);
  const { if: condition, then = true, else: otherwise = true } = own as Readonly<Record<string, unknown>>;
  if (condition === undefined) return values;
  // Ajv decides conditions: no generator could know every form that one may have.
  return values.filter(accepts({ if: condition, then, else: otherwise }, resolve));

  function flat(branch: JsonSchema): JsonSchema {
    const { $ref: target, ...rest } = branch;
    return target === undefined ? branch : merge(flat(resolve(target)), rest);
  }
}

function typed(schema: JsonSchema, resolve: Resolve): Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.type === undefined)
    throw new Error(`No values are known for ${JSON.stringify(schema)}, which has no type.`);
  return fc.oneof(...[schema.type].flat().map((type) => ofType(type, schema, (inner) => valid(inner, resolve))));
}

/** Both schemas in one. Throws where the same keyword would have to hold twice. */
function merge(one: JsonSchema, other: JsonSchema): JsonSchema {
  for (const [name, value] of Object.entries(other)) {
    const clash = one[name] !== undefined && !isAnnotation(name) && JSON.stringify(one[name]) !== JSON.stringify(value);
    if (clash) throw new Error(`No values are known for schemas that both have ${name}.`);
  }
  return { ...one, ...other };
}
