import { Ajv, type Options } from "ajv";
import formats from "ajv-formats";
import type { Checker, JsonSchema } from "../checker.ts";
import { ajvChecker } from "./checker.ts";

export function compileChecker(schema: JsonSchema): Checker {
  return ajvChecker(compiler(true).compile(schema));
}

/** With a second validator for mere answers, which stops at the first issue. */
export function compileQuickChecker(schema: JsonSchema): Checker {
  return ajvChecker(compiler(true).compile(schema), compiler(false).compile(schema));
}

function compiler(allErrors: boolean): Ajv {
  const ajv = new Ajv(ajvOptions(allErrors));
  formats.default(ajv, ["uri"]);
  return ajv;
}

/** Ajv's two ways: every issue, or an answer at the first. Strictness about how a schema is written is the linter's. */
export function ajvOptions(allErrors: boolean): Options {
  return { allErrors, strict: false };
}
