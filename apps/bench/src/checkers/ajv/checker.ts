import type { ValidateFunction } from "ajv";
import type { Checker } from "../checker.ts";

/**
 * Without an import of Ajv, so that the bundles of its generated code do not contain it.
 *
 * @param first may be a validator that stops at the first issue.
 */
export function ajvChecker(every: ValidateFunction, first: ValidateFunction = every): Checker {
  return {
    is: (value) => first(value),
    issues: (value) => (every(value) ? [] : (every.errors ?? [])),
  };
}
