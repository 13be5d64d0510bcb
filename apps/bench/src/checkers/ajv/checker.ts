import type { ValidateFunction } from "ajv";
import type { Checker } from "../checker.ts";

/** `first` may be a validator that stops at the first issue. */
export function ajvChecker(every: ValidateFunction, first: ValidateFunction = every): Checker {
  return {
    is: (value) => first(value),
    issues: (value) => (every(value) ? [] : (every.errors ?? [])),
  };
}
