import { Compile } from "typebox/compile";
import type { Checker, JsonSchema } from "../checker.ts";

export function typeboxChecker(schema: JsonSchema): Checker {
  const compiled = Compile(schema);
  return {
    is: (value) => compiled.Check(value),
    issues: (value) => compiled.Errors(value),
  };
}
