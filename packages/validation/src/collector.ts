import type { Issue, Path } from "./issue.ts";
import { message } from "./message.ts";

/**
 * An emitted check: true when the value matches.
 *
 * Without a collector it stops at the first failure and allocates nothing; with one it reports issues into it.
 */
export type Check = (value: unknown, collector?: Collector, path?: Path, scope?: Scope) => boolean;

/** Where a check puts its issues. */
export interface Collector {
  readonly issues: Issue[];
  /** Go on after the first issue. */
  readonly all: boolean;
}

/** The dynamic scope of `$dynamicRef`: base URIs from the outermost schema resource inwards (JSON Schema Core 8.2.3.2). */
export type Scope = readonly string[];

/** Reports one issue. Returns true when the check must stop. */
export function report(
  collector: Collector | undefined,
  path: Path | undefined,
  code: string,
  expected: unknown,
  value: unknown,
): boolean {
  if (collector === undefined) return true;
  collector.issues.push({ path: path ?? [], code, expected, value, message: message(code, expected, value) });
  return !collector.all;
}

/** Reports that a value matches none, or more than one, of several alternatives, with what each of them said. */
export function reportUnion(
  collector: Collector | undefined,
  path: Path | undefined,
  code: "anyOf" | "oneOf",
  value: unknown,
  checks: readonly Check[],
  scope?: Scope,
): boolean {
  if (collector === undefined) return true;
  const branches = checks.map((check) => {
    const branch: Collector = { issues: [], all: collector.all };
    check(value, branch, path, scope);
    return branch.issues;
  });
  collector.issues.push({
    path: path ?? [],
    code,
    expected: checks.length,
    value,
    message: message(code, checks.length, value),
    branches,
  });
  return !collector.all;
}

/** After a check that failed and has reported why: true when its caller must stop too. */
export function mustStop(collector: Collector | undefined): boolean {
  return collector === undefined || !collector.all;
}
