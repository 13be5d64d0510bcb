/** Something that a person has to look at. */
export interface Finding {
  /** `apps/cli/src/main.test.ts:70`, or the name of a task that does not say where. */
  readonly place: string;
  /** What is there, such as the names of tests. */
  readonly subjects: readonly string[];
  readonly message: readonly string[];
  /** Whether nothing is known to be wrong but that it took too long. */
  readonly timedOut?: boolean;
}

/** The path from the root of the workspace of one that a task has printed. */
export type PathOf = (path: string) => string;

/** Reads one kind of output: what it knows of the lines of a failed task. */
export type Reader = (lines: readonly string[], pathOf: PathOf) => readonly Finding[];

export const LONGEST = 240;

/** What test runners, and the contract tests, say when a limit of time has passed. */
const TIMEOUTS =
  /\b(test|hook) timed out in \d|\btimed out in wait(for|until)\b|did not succeed in time|\]: timeout \w+ing\b|timeout (of )?\d+ ?ms exceeded|aborted due to timeout|took too long/i;

/** Whether an error, by its first line, is that time ran out. A failed comparison may be one of such words. */
export function isTimeout(line: string): boolean {
  return !line.startsWith("AssertionError") && TIMEOUTS.test(line);
}

export function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
