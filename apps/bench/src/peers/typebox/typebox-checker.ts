import { Compile } from "typebox/compile";
import type { Checker } from "../checker.ts";
import type { JsonSchema } from "../client-view.ts";

export function typeboxChecker(schema: JsonSchema): Checker {
  const compiled = Compile(schema);
  return {
    is: (value) => compiled.Check(value),
    issues: (value) => compiled.Errors(value),
  };
}
