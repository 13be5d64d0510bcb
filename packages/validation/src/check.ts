import type { Issue, Path } from "./issue.ts";
import { message } from "./message.ts";

/**
 * An emitted check.
 *
 * Without `issues` it returns whether the value matches, stops at the first failure and allocates nothing. With
 * `issues` it reports every failure into it, up to 1,000, and what it returns means nothing.
 */
export type Check = (value: unknown, issues?: Issue[], path?: Path, scope?: Scope) => boolean;

/** The dynamic scope of `$dynamicRef`: base URIs from the outermost schema resource inwards (JSON Schema Core 8.2.3.2). */
export type Scope = readonly string[];

/**
 * Reports one issue. Returns true when the check must stop: when nobody collects, or with the thousandth issue. Nobody
 * reads more, and a hostile value would otherwise fill the memory with what is wrong with it.
 */
export function report(
  issues: Issue[] | undefined,
  path: Path | undefined,
  code: string,
  expected?: unknown,
  value?: unknown,
): boolean {
  // Who collects says where.
  return (
    !issues || issues.push({ path: path as Path, code, message: message(code, expected, value), expected, value }) > 99
  );
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
  // Who collects says where.
  const at = path as Path;
  const issue = { path: at, code, message: message(code, expected, value), expected, value, branches };
  return issues.push(issue) > 99;
}
