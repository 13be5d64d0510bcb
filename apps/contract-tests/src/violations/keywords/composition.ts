import type { Keyword } from "./keyword.ts";
import { wrongByCondition } from "./wrong-by-condition.ts";
import { wrongByUnion } from "./wrong-by-union.ts";

/** @see https://json-schema.org/draft/2020-12/json-schema-core#name-keywords-for-applying-subsc */
export const compositionKeywords: Readonly<Record<string, Keyword>> = {
  $ref: ({ schema, example, resolve, walk }) => walk(resolve(schema.$ref ?? ""), example),
  anyOf: wrongByUnion,
  if: wrongByCondition,
  // biome-ignore lint/suspicious/noThenProperty: a keyword, of a table that nobody awaits. `if` looks at it.
  then: () => [],
  // It never changes what is valid.
  discriminator: () => [],
};
