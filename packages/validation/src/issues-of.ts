import { type Check, report } from "./check.ts";
import type { Issue, Path } from "./issue.ts";

/**
 * Every reason why a value does not match, at most 100; empty when it does.
 *
 * @param path where the value is.
 */
export function issuesOf(check: Check, value: unknown, path: Path = []): readonly Issue[] {
  const issues: Issue[] = [];
  try {
    // Collecting costs more, so the usual case is tried without.
    if (!check(value)) check(value, issues, path);
  } catch (error) {
    // The value is nested deeper than the stack allows: an issue, not a crash. Anything else is a bug, and goes on up.
    if (!(error instanceof RangeError)) throw error;
    report(issues, path, "depth", "limit");
  }
  return issues;
}

/** Whether a value matches. One that is nested deeper than the stack does not. */
export function matches(check: Check, value: unknown): boolean {
  try {
    // With every argument, the engine need not fill in any: a fifth of the time of a small object.
    return check(value, undefined, undefined);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return false;
  }
}
