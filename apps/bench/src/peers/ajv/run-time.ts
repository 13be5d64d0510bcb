import { Ajv } from "ajv";
import formats from "ajv-formats";
import type { Checker } from "../checker.ts";
import type { JsonSchema } from "../client-view.ts";
import { ajvChecker } from "./ajv-checker.ts";
import { ajvOptions } from "./ajv-options.ts";

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
