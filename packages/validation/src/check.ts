import type { Issue, Path } from "./issue.ts";
import { message } from "./message.ts";

/**
 * An emitted check.
 *
 * Without `issues` it returns whether the value matches, stops at the first failure and allocates nothing. With
 * `issues` it reports every failure into it, up to 100, and what it returns means nothing.
 */
export type Check = (value: unknown, issues?: Issue[], path?: Path, scope?: Scope) => boolean;

/** How many issues are collected of a value. {@link report} has it as a number, which is shorter in a bundle. */
export const MOST_ISSUES = 100;

/** The dynamic scope of `$dynamicRef`: base URIs from the outermost schema resource inwards (JSON Schema Core 8.2.3.2). */
export type Scope = readonly string[];

/**
 * Reports one issue. Returns true when the check must stop: when no issues are collected, or with the hundredth. Caps memory
 * on hostile input.
 *
 * @param key Of the value in what the path leads to; left out where the path leads to the value.
 */
export function report(
  issues: Issue[] | undefined,
  path: Path | undefined,
  code: string,
  expected?: unknown,
  value?: unknown,
  key?: string | number,
): boolean {
  if (!issues) return true;
  // Where issues are collected, there is a path.
  const at = key === undefined ? (path as Path) : [...(path as Path), key];
  return issues.push({ path: at, code, message: message(code, expected, value), expected, value }) > 99;
}

/** Reports a member that is not of its type, or is missing and has to be there. Otherwise like {@link report}. */
export function reportMember(
  issues: Issue[] | undefined,
  path: Path | undefined,
  code: string,
  expected: unknown,
  value: unknown,
  key: string | number,
): boolean {
  return value === undefined
    ? report(issues, path, "required", true, value, key)
    : report(issues, path, code, expected, value, key);
}
