import { Ajv, type Options } from "ajv";
import formats from "ajv-formats";
import type { Checker, JsonSchema } from "../checker.ts";
import { ajvChecker } from "./checker.ts";

export function compileChecker(schema: JsonSchema): Checker {
  return ajvChecker(compiler(true).compile(schema));
}

/** With a second validator for `is`, which stops at the first issue. */
export function compileQuickChecker(schema: JsonSchema): Checker {
  return ajvChecker(compiler(true).compile(schema), compiler(false).compile(schema));
}

function compiler(allErrors: boolean): Ajv {
  const ajv = new Ajv(ajvOptions(allErrors));
  formats.default(ajv, ["uri"]);
  return ajv;
}

/** Every issue, or the first alone. `strict` is about the style of schemas, which is the task of a linter. */
export function ajvOptions(allErrors: boolean): Options {
  return { allErrors, strict: false };
}
