import type { Shapes } from "./pair.ts";
import type { Shape } from "./shape.ts";

/** Keywords that speak of values of certain types only, and say nothing of all others (JSON Schema Validation, section 6). */
const TYPES: ReadonlyMap<string, readonly string[]> = new Map(
  (
    [
      [["number", "integer"], "minimum maximum multipleOf"],
      [["string"], "minLength maxLength pattern contentEncoding contentMediaType contentSchema"],
      [["array"], "minItems maxItems uniqueItems minContains maxContains items prefixItems contains unevaluatedItems"],
      [["object"], "minProperties maxProperties dependentRequired dependentSchemas additionalProperties"],
      [["object"], "patternProperties propertyNames unevaluatedProperties"],
    ] as const
  ).flatMap(([types, keywords]) => keywords.split(" ").map((keyword) => [keyword, types])),
);

/** The shapes without what can say nothing about any value of either: the minimum of a text, the properties of a number. */
export function applicable({ pair, before, after }: Shapes): Shapes {
  if (before.types === undefined || after.types === undefined) return { pair, before, after };
  const types = new Set([...before.types, ...after.types]);
  return { pair, before: applicableTo(types, before), after: applicableTo(types, after) };
}

function applicableTo(types: ReadonlySet<string>, shape: Shape): Shape {
  const applies = ([name]: readonly [string, unknown]): boolean =>
    TYPES.get(name.split("/")[0] ?? name)?.some((type) => types.has(type)) !== false;
  const isObject = types.has("object");
  return {
    ...shape,
    required: isObject ? shape.required : new Map(),
    properties: isObject ? shape.properties : new Map(),
    subschemas: new Map([...shape.subschemas].filter(applies)),
    limits: new Map([...shape.limits].filter(applies)),
    keywords: new Map([...shape.keywords].filter(applies)),
  };
}
