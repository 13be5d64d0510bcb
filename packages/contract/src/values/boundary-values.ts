import type { JsonSchema } from "@earmark/validation";
import { keywords } from "./boundary-keywords.ts";
import { at, type RightValue } from "./boundary-value.ts";
import type { Resolve } from "./references.ts";
import { sample } from "./sample.ts";
import { byKeyword } from "./wrong-keywords.ts";

interface RightValuesOptions {
  /**
   * Has several properties of an object at a boundary at once: fewer values, of which none says which property it is
   * about.
   *
   * @default false
   */
  readonly together?: boolean;
}

/**
 * Values that are only just allowed: one or more for each boundary that a schema has.
 *
 * @param example a value that matches; needed where a pattern or a format leaves no other way to find one.
 * @throws at a keyword that it does not know.
 */
export function rightValues(
  schema: JsonSchema,
  resolve: Resolve,
  example?: unknown,
  { together = false }: RightValuesOptions = {},
): readonly RightValue[] {
  const site = {
    schema,
    example,
    right: () => sample(schema, resolve, example ?? undefined),
    resolve,
    walk: (inner: JsonSchema, innerExample?: unknown) => rightValues(inner, resolve, innerExample, { together }),
    together,
  };
  const found = byKeyword(keywords, site, "No right value is known for");
  // Where nothing is forbidden, nothing is at a boundary; whether any value is accepted must not be left to chance.
  const isBounded = found.some(({ value }) => value !== null) || [schema.type].flat().every(isNothing);
  const all = isBounded ? found : [...found, ...at("type", site.right())];
  // Several keywords may have the same boundary.
  return [...new Map(all.map((each) => [JSON.stringify(each.value), each])).values()];
}

/** Neither of these leaves a choice of values. */
function isNothing(type: string | undefined): boolean {
  return type === undefined || type === "null";
}
