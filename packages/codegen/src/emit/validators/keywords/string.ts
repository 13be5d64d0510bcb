import { type Lines, literal } from "../../source/index.ts";
import type { Emitter, Target } from "../site.ts";

/** `minLength`, `maxLength`, `pattern` and string formats: Validation 6.3 and 7. The value is known to be a string. */
export function emitString(emit: Emitter, target: Target): Lines {
  const { schema, value, validates, label } = target;
  const { minLength, maxLength, pattern, format } = schema;
  const lines: string[] = [];
  if (validates && typeof minLength === "number" && minLength > 0) {
    const test = `${emit.use("isShorter")}(${value}, ${minLength})`;
    lines.push(emit.failWhen(test, target, "minLength", literal(minLength)));
  }
  if (validates && typeof maxLength === "number") {
    const test = `${emit.use("isLonger")}(${value}, ${maxLength})`;
    lines.push(emit.failWhen(test, target, "maxLength", literal(maxLength)));
  }
  if (validates && typeof pattern === "string") {
    const expression = emit.pattern(pattern, `${label}Pattern`);
    lines.push(emit.failWhen(`!${expression}.test(${value})`, target, "pattern", literal(pattern)));
  }
  const known =
    typeof format === "string" && Object.hasOwn(target.formats, format) ? target.formats[format] : undefined;
  if (known?.applies === "string") {
    lines.push(emit.failWhen(`!${emit.use(known.check)}(${value})`, target, "format", literal(format)));
  }
  return lines;
}
