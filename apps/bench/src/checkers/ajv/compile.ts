import { Ajv } from "ajv";
import formats from "ajv-formats";
import type { JsonSchema } from "../../subject/client-view.ts";
import type { Checker } from "../checker.ts";
import { ajvOptions } from "./ajv-options.ts";
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
