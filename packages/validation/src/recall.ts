import type { Check, Scope } from "./check.ts";
import type { Issue, Path } from "./issue.ts";

/** What checks have said about objects, since the outermost of them began. Checks are synchronous, so there is one. */
let recalled: Map<Check, Map<unknown, boolean>> | undefined;

/**
 * Runs a check, once for the same object. Members of a union may all look at the same part of a value, so that each level
 * of a recursive one would double the time.
 */
export function recall(check: Check, value: unknown, issues?: Issue[], path?: Path, scope?: Scope): boolean {
  // With another dynamic scope, the same check may say something else.
  if (issues || scope || typeof value !== "object" || value === null) return check(value, issues, path, scope);
  const isOutermost = recalled === undefined;
  recalled ??= new Map();
  try {
    const known = recalled.get(check) ?? new Map<unknown, boolean>();
    recalled.set(check, known);
    const result = known.get(value) ?? check(value);
    known.set(value, result);
    return result;
  } finally {
    if (isOutermost) recalled = undefined;
  }
}

/** Keeps what checks say as long as something runs that asks for it. */
export function recalling(run: () => void): void {
  const isOutermost = recalled === undefined;
  recalled ??= new Map();
  try {
    run();
  } finally {
    if (isOutermost) recalled = undefined;
  }
}
