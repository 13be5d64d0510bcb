import type { Issue, Path } from "./issue.ts";
import { message } from "./message.ts";

/**
 * An emitted check.
 *
 * Without `issues` it answers whether the value matches, stops at the first failure and allocates nothing. With
 * `issues` it reports every failure into it, and what it returns means nothing.
 */
export type Check = (value: unknown, issues?: Issue[], path?: Path, scope?: Scope) => boolean;

/** The dynamic scope of `$dynamicRef`: base URIs from the outermost schema resource inwards (JSON Schema Core 8.2.3.2). */
export type Scope = readonly string[];

/** Reports one issue. Returns true when the check must stop, which is when nobody collects. */
export function report(
  issues: Issue[] | undefined,
  path: Path | undefined,
  code: string,
  expected?: unknown,
  value?: unknown,
): boolean {
  issues?.push({ path: path ?? [], code, message: message(code, expected, value), expected, value });
  return !issues;
}

/** Reports that a value matches none, or more than one, of several alternatives, with what each of them said. */
export function reportUnion(
  issues: Issue[] | undefined,
  path: Path | undefined,
  code: "anyOf" | "oneOf",
  value: unknown,
  checks: readonly Check[],
  scope?: Scope,
): boolean {
  if (!issues) return true;
  const branches = checks.map((check) => {
    const branch: Issue[] = [];
    check(value, branch, path, scope);
    return branch;
  });
  const expected = checks.length;
  issues.push({ path: path ?? [], code, message: message(code, expected, value), expected, value, branches });
  return false;
}
