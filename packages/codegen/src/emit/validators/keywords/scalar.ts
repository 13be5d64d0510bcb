import { ifElse, type Lines, literal } from "../../source.ts";
import type { EmitKeyword, Emitter, KeywordEmitters, Target } from "../site.ts";

/** Validation 6.3 and 7. The value is known to be a string. */
export const stringKeywords: KeywordEmitters = {
  minLength: limit("minLength", (value, least, emit) => `${emit.use("isShorter")}(${value}, ${least})`, 0),
  maxLength: emitLengthAndPattern,
  pattern: emitLengthAndPattern,
  format: formatOf("string"),
};

/** Validation 6.2, and the OpenAPI format registry. The value is known to be a number. */
export const numberKeywords: KeywordEmitters = {
  minimum: limit("minimum", (value, least) => `${value} < ${least}`),
  maximum: limit("maximum", (value, most) => `${value} > ${most}`),
  exclusiveMinimum: limit("exclusiveMinimum", (value, least) => `${value} <= ${least}`),
  exclusiveMaximum: limit("exclusiveMaximum", (value, most) => `${value} >= ${most}`),
  multipleOf: limit("multipleOf", (value, divisor, emit) => `!${emit.use("isMultipleOf")}(${value}, ${divisor})`),
  format: formatOf("number"),
};

/**
 * A keyword whose value is a number.
 *
 * @param isBeyond Expression: a value is not within the limit.
 * @param idle The highest limit that every value is within.
 */
export function limit(
  keyword: string,
  isBeyond: (value: string, limit: string, emit: Emitter) => string,
  idle: number = Number.NEGATIVE_INFINITY,
): EmitKeyword {
  return (emit, target) => {
    const limit = target.schema[keyword];
    if (!target.validates || typeof limit !== "number" || limit <= idle) return [];
    return [emit.failWhen(isBeyond(target.value, literal(limit), emit), target, keyword, literal(limit))];
  };
}

const maxLength = limit("maxLength", (value, most, emit) => `${emit.use("isLonger")}(${value}, ${most})`);

/** A string that is too long is held to no pattern: its length bounds what matching costs. */
function emitLengthAndPattern(emit: Emitter, target: Target): Lines {
  const length = maxLength(emit, target);
  const { pattern, maxLength: most } = target.schema;
  if (!target.validates || typeof pattern !== "string") return length;
  const expression = emit.pattern(pattern, `${target.label}Pattern`);
  const matches = emit.failWhen(`!${expression}.test(${target.value})`, target, "pattern", literal(pattern));
  if (length.length === 0) return [matches];
  const failure = emit.failWhen("", target, "maxLength", literal(most));
  return ifElse(`${emit.use("isLonger")}(${target.value}, ${literal(most)})`, [failure], [matches]);
}

/** A format that is known, of values of the type that it is about. */
function formatOf(type: "number" | "string"): EmitKeyword {
  return (emit, target) => {
    const { formats, schema, value } = target;
    const { format } = schema;
    const known = typeof format === "string" && Object.hasOwn(formats, format) ? formats[format] : undefined;
    if (known?.applies !== type) return [];
    return [emit.failWhen(`!${emit.use(known.check)}(${value})`, target, "format", literal(format))];
  };
}
