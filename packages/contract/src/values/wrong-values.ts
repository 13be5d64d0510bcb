import type { JsonSchema } from "@earmark/validation";
import type { Resolve } from "./references.ts";
import { sample } from "./sample.ts";
import { byKeyword, keywords, type WrongValue } from "./wrong-keywords.ts";

/**
 * One value or more per constraint of a schema, each of which breaks that constraint.
 *
 * @param example a value that matches; needed where a pattern leaves no other way to find one.
 * @throws at a keyword that it does not know.
 */
export function wrongValues(schema: JsonSchema, resolve: Resolve, example?: unknown): readonly WrongValue[] {
  const site = {
    schema,
    example,
    right: () => sample(schema, resolve, example),
    resolve,
    walk: (inner: JsonSchema, innerExample?: unknown) => wrongValues(inner, resolve, innerExample),
  };
  return byKeyword(keywords, site, "No wrong value is known for");
}
