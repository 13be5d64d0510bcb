import { type Lines, literal } from "../../source/index.ts";
import type { Emitter, Target } from "../site.ts";

/** `minLength`, `maxLength`, `pattern` and string formats: Validation 6.3 and 7. The value is known to be a string. */
export function emitString(emit: Emitter, target: Target): Lines {
  const { schema, value, validates, label } = target;
  const { minLength, maxLength, pattern, format } = schema;
  const lines: string[] = [];
  if (validates && typeof minLength === "number" && minLength > 0) {
    // A text has at most as many code points as UTF-16 units, and at least half as many: count only where that leaves doubt.
    const short = `${value}.length < ${minLength}`;
    const condition = minLength === 1 ? short : `(${short} || ${emit.use("codePoints")}(${value}) < ${minLength})`;
    lines.push(emit.failWhen(condition, target, "minLength", literal(minLength)));
  }
  if (validates && typeof maxLength === "number") {
    const condition = `${value}.length > ${maxLength} && ${emit.use("codePoints")}(${value}) > ${maxLength}`;
    lines.push(emit.failWhen(condition, target, "maxLength", literal(maxLength)));
  }
  if (validates && typeof pattern === "string") {
    lines.push(
      emit.failWhen(`!${emit.pattern(pattern, `${label}Pattern`)}.test(${value})`, target, "pattern", literal(pattern)),
    );
  }
  const known = typeof format === "string" && Object.hasOwn(emit.formats, format) ? emit.formats[format] : undefined;
  if (known?.applies === "string") {
    lines.push(emit.failWhen(`!${emit.use(known.check)}(${value})`, target, "format", literal(format)));
  }
  return lines;
}
