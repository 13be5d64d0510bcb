import type { JsonSchema } from "@earmark/validation";
import fc, { type Arbitrary } from "fast-check";
import type { Resolve } from "../values/references.ts";
import { valid } from "../values/values-of.ts";

/**
 * Values right and wrong: right ones, up to two properties of which are something else, or nothing.
 *
 * @param wrong values with something wrong, properties of which are mixed in.
 */
export function randomResponses(schema: JsonSchema, resolve: Resolve, wrong: readonly unknown[]): Arbitrary<unknown> {
  const parts = wrong.flatMap((value) => Object.entries(Object(value)));
  const names = Object.keys(schema.properties ?? {});
  const other = fc.tuple(fc.constantFrom(...names, "unlisted"), fc.jsonValue({ maxDepth: 1 }));
  const gone = fc.tuple(fc.constantFrom(...names), fc.constant(undefined));
  const changes = fc.array(fc.oneof(fc.constantFrom(...parts), other, gone), { maxLength: 2 });
  return fc
    .tuple(valid(schema, resolve), changes)
    .map(([value, properties]) => JSON.parse(JSON.stringify({ ...Object(value), ...Object.fromEntries(properties) })));
}
