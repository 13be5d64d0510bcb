import { type Lines, literal } from "../../source.ts";
import type { Emitter, KeywordEmitters, Target } from "../site.ts";

/** `minLength`, `maxLength`, `pattern` and string formats: Validation 6.3 and 7. The value is known to be a string. */
export const stringKeywords: KeywordEmitters = {
  minLength: emitMinLength,
  maxLength: emitMaxLength,
  pattern: emitPattern,
  format: (emit, target) => emitFormat(emit, target, "string"),
};

function emitMinLength(emit: Emitter, target: Target): Lines {
  const { minLength } = target.schema;
  if (!target.validates || typeof minLength !== "number" || minLength <= 0) return [];
  const test = `${emit.use("isShorter")}(${target.value}, ${minLength})`;
  return [emit.failWhen(test, target, "minLength", literal(minLength))];
}

function emitMaxLength(emit: Emitter, target: Target): Lines {
  const { maxLength } = target.schema;
  if (!target.validates || typeof maxLength !== "number") return [];
  const test = `${emit.use("isLonger")}(${target.value}, ${maxLength})`;
  return [emit.failWhen(test, target, "maxLength", literal(maxLength))];
}

function emitPattern(emit: Emitter, target: Target): Lines {
  const { pattern } = target.schema;
  if (!target.validates || typeof pattern !== "string") return [];
  const expression = emit.pattern(pattern, `${target.label}Pattern`);
  return [emit.failWhen(`!${expression}.test(${target.value})`, target, "pattern", literal(pattern))];
}

/** A format that is known, of values of the type that it is about. */
export function emitFormat(emit: Emitter, target: Target, type: "number" | "string"): Lines {
  const { formats, schema, value } = target;
  const { format } = schema;
  const known = typeof format === "string" && Object.hasOwn(formats, format) ? formats[format] : undefined;
  if (known?.applies !== type) return [];
  return [emit.failWhen(`!${emit.use(known.check)}(${value})`, target, "format", literal(format))];
}
