import type { FailedTask } from "../failed-tasks.ts";
import { bundlerErrors } from "./bundler-errors.ts";
import { compilerErrors } from "./compiler-errors.ts";
import { failedTests } from "./failed-tests.ts";
import { type Finding, isTimeout, type PathOf, type Reader } from "./finding.ts";
import { linterErrors } from "./linter-errors.ts";
import { unusedCode } from "./unused-code.ts";

const READERS: readonly Reader[] = [compilerErrors, bundlerErrors, linterErrors, unusedCode, failedTests];

/** Of output that is not understood; what went wrong is said at its end. */
const MOST_LINES = 15;

/** Where, in a failed task, a person has to look. `folder` is where the paths of its output begin. */
export function findingsOf({ owner, task, lines }: FailedTask, folder: string): readonly Finding[] {
  const pathOf: PathOf = (path) => (folder === "" || path.startsWith("/") ? path : `${folder}/${path}`);
  const found = READERS.flatMap((read) => read(lines, pathOf));
  if (found.length > 0) return merged(found);
  const place = `${owner === "//" ? "" : `${owner} `}${task}`;
  const timedOut = lines.some((line) => /^\s*\w*Error: /.test(line) && isTimeout(line.trim()));
  return [{ place, subjects: [], message: lines.slice(-MOST_LINES), timedOut }];
}

/** Findings of one place as one: a table of tests fails as a whole. */
function merged(findings: readonly Finding[]): readonly Finding[] {
  return [...Map.groupBy(findings, ({ place }) => place)].map(([place, same]) => ({
    place,
    subjects: same.flatMap(({ subjects }) => subjects),
    message: same[0]?.message ?? [],
    timedOut: same.every(({ timedOut }) => timedOut),
  }));
}
