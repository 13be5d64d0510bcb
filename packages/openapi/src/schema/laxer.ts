import { type JsonObject, remade } from "../json/json.ts";
import { isInPlace, varianceOf } from "./keywords.ts";
import { componentName, type Schema } from "./schema.ts";
import { referrersOf, rewriteSchema, visitSchemas, visitSubschemas } from "./walk.ts";

/**
 * Schemas by name, where what is laxer than it was written makes nothing around it stricter, nor ambiguous: `not` and `if`
 * do not count then, `oneOf` counts as `anyOf`, `contains` has no maximum, and nothing is unevaluated.
 *
 * @param laxer The schemas that allow more than their author wrote, since something in them cannot be read.
 * @param replaced Told of each schema that is another now, and which of its keywords do not count any more.
 */
export function withoutReversals(
  schemas: ReadonlyMap<string, Schema>,
  laxer: ReadonlySet<Schema>,
  replaced: (before: JsonObject, after: JsonObject, ignored: readonly string[]) => void,
): ReadonlyMap<string, Schema> {
  if (laxer.size === 0) return schemas;
  const lax = new Set<string>();
  const isLax = (schema: Schema): boolean => {
    let found = false;
    visitSchemas(schema, (part) => {
      found ||= laxer.has(part) || lax.has(targetOf(part) ?? "");
    });
    return found;
  };
  for (const [name, schema] of schemas) if (isLax(schema)) lax.add(name);
  const referring = referrersOf(schemas);
  // A set may grow while it is walked.
  for (const name of lax) for (const other of referring.get(name) ?? []) lax.add(other);
  const rewritten = (whole: Schema): Schema =>
    rewriteSchema<undefined>(whole, undefined, (schema) => {
      const ignored = reversedKeywords(schema, isLax, lax.has(targetOf(schema) ?? ""));
      return {
        schema: ignored.length === 0 ? schema : without(schema, ignored),
        below: () => undefined,
        finish: (after) => {
          replaced(schema, after, ignored);
          return after;
        },
      };
    });
  return new Map([...schemas].map(([name, schema]) => [name, lax.has(name) ? rewritten(schema) : schema]));
}

function targetOf({ $ref: ref }: JsonObject): string | undefined {
  return typeof ref === "string" ? componentName(ref) : undefined;
}

/** The keywords of a schema that refuse more, the more is allowed by what they hold. */
function reversedKeywords(
  schema: JsonObject,
  isLax: (schema: Schema) => boolean,
  isTargetLax: boolean,
): readonly string[] {
  const lax = new Set(isTargetLax ? ["$ref"] : []);
  visitSubschemas(schema, (subschema, keyword) => {
    if (isLax(subschema)) lax.add(keyword);
  });
  const reversed = [...lax].filter((keyword) => {
    const variance = varianceOf(schema, keyword);
    return keyword === "oneOf" || variance === "more" || variance === "either";
  });
  const unevaluated = [...lax].some(isInPlace) ? ["unevaluatedItems", "unevaluatedProperties"] : [];
  return [...reversed, ...unevaluated.filter((keyword) => schema[keyword] !== undefined)].map((keyword) =>
    keyword === "contains" ? "maxContains" : keyword,
  );
}

function without(schema: JsonObject, ignored: readonly string[]): JsonObject {
  const names = new Set([...ignored, ...(ignored.includes("if") ? ["then", "else"] : [])]);
  const isUnion = names.has("oneOf") && schema.anyOf === undefined;
  return remade(
    schema,
    Object.entries(schema)
      .map(([keyword, value]) => [keyword === "oneOf" && isUnion ? "anyOf" : keyword, value] as const)
      .filter(([keyword]) => !names.has(keyword)),
  );
}
