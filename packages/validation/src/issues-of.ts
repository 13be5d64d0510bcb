import { type Check, report } from "./check.ts";
import type { Issue } from "./issue.ts";

/** Every reason why a value does not match; empty when it does. */
export function issuesOf(check: Check, value: unknown): readonly Issue[] {
  const issues: Issue[] = [];
  // Collecting costs more, so the usual case is tried without.
  if (!matches(check, value)) matches(check, value, issues);
  return issues;
}

/** Whether a value matches. One that is nested deeper than the stack does not: an answer, not a crash. */
export function matches(check: Check, value: unknown, issues?: Issue[]): boolean {
  try {
    return check(value, issues, []);
  } catch (error) {
    // Anything else is a bug, and goes on up.
    if (!(error instanceof RangeError)) throw error;
    return !report(issues, [], "depth");
  }
}
