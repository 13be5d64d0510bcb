import type { ValidateFunction } from "ajv";
import type { Checker } from "../checker.ts";

/** `answers` may be a validator that stops at the first issue. */
export function ajvChecker(every: ValidateFunction, answers: ValidateFunction = every): Checker {
  return {
    is: (value) => answers(value),
    issues: (value) => (every(value) ? [] : (every.errors ?? [])),
  };
}
