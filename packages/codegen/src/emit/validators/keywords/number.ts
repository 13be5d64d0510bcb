import { type Lines, literal } from "../../source.ts";
import type { EmitKeyword, Emitter, KeywordEmitters, Target } from "../site.ts";
import { emitFormat } from "./string.ts";

/** Limits, `multipleOf` and number formats: Validation 6.2, and the OpenAPI format registry. The value is known to be a number. */
export const numberKeywords: KeywordEmitters = {
  minimum: limit("minimum", "<"),
  maximum: limit("maximum", ">"),
  exclusiveMinimum: limit("exclusiveMinimum", "<="),
  exclusiveMaximum: limit("exclusiveMaximum", ">="),
  multipleOf: emitMultipleOf,
  format: (emit, target) => emitFormat(emit, target, "number"),
};

function limit(keyword: string, beyond: string): EmitKeyword {
  return (emit, target) => {
    const limit = target.schema[keyword];
    if (!target.validates || typeof limit !== "number") return [];
    return [emit.failWhen(`${target.value} ${beyond} ${literal(limit)}`, target, keyword, literal(limit))];
  };
}

function emitMultipleOf(emit: Emitter, target: Target): Lines {
  const divisor = target.schema.multipleOf;
  if (!target.validates || typeof divisor !== "number") return [];
  const test = `!${emit.use("isMultipleOf")}(${target.value}, ${literal(divisor)})`;
  return [emit.failWhen(test, target, "multipleOf", literal(divisor))];
}
