import { isAnnotation } from "@earmark/openapi";
import type { JsonSchema } from "@earmark/validation";
import { keywords } from "./keywords/index.ts";
import type { Resolve } from "./resolve.ts";
import { sample } from "./sample.ts";
import type { WrongValue } from "./wrong-value.ts";

/**
 * One value or more per constraint of a schema, each of which breaks that constraint.
 *
 * Throws at a keyword that it does not know: skipping one would look like having checked it.
 *
 * @param example a value that matches; needed where a pattern leaves no other way to find one.
 */
export function wrongValues(schema: JsonSchema, resolve: Resolve, example?: unknown): readonly WrongValue[] {
  const site = {
    schema,
    example,
    right: () => sample(schema, resolve, example),
    resolve,
    walk: (inner: JsonSchema, innerExample?: unknown) => wrongValues(inner, resolve, innerExample),
  };
  return Object.keys(schema)
    .filter((name) => !isAnnotation(name))
    .flatMap((name) => {
      const keyword = keywords.get(name);
      if (keyword === undefined)
        throw new Error(`No wrong value is known for the keyword ${name}; add it to keywords/.`);
      return keyword(site);
    });
}
