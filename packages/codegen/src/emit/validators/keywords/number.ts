import { type Lines, literal } from "../../source/index.ts";
import type { Emitter, Target } from "../site.ts";

const LIMITS = [
  ["minimum", "<"],
  ["maximum", ">"],
  ["exclusiveMinimum", "<="],
  ["exclusiveMaximum", ">="],
] as const;

/** Limits, `multipleOf` and number formats: Validation 6.2, and the OpenAPI format registry. The value is known to be a number. */
export function emitNumber(emit: Emitter, target: Target): Lines {
  const { schema, value, validates } = target;
  const lines: string[] = [];
  for (const [keyword, beyond] of LIMITS) {
    const limit = schema[keyword];
    if (validates && typeof limit === "number") {
      lines.push(emit.failWhen(`${value} ${beyond} ${literal(limit)}`, target, keyword, literal(limit)));
    }
  }
  const divisor = schema.multipleOf;
  if (validates && typeof divisor === "number") {
    lines.push(
      emit.failWhen(
        `!${emit.use("isMultipleOf")}(${value}, ${literal(divisor)})`,
        target,
        "multipleOf",
        literal(divisor),
      ),
    );
  }
  const format = schema.format;
  const known =
    typeof format === "string" && Object.hasOwn(target.formats, format) ? target.formats[format] : undefined;
  if (known?.applies === "number") {
    lines.push(emit.failWhen(`!${emit.use(known.check)}(${value})`, target, "format", literal(format)));
  }
  return lines;
}
