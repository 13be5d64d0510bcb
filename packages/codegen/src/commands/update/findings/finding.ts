/** Something that a person has to look at. */
export interface Finding {
  /** `apps/cli/src/main.test.ts:70`, or the name of a task that does not say where. */
  readonly place: string;
  /** What is there, such as the names of tests. */
  readonly subjects: readonly string[];
  readonly message: readonly string[];
}

/** The path from the root of the workspace of one that a task has printed. */
export type PathOf = (path: string) => string;

/** Reads one kind of output: what it knows of the lines of a failed task. */
export type Reader = (lines: readonly string[], pathOf: PathOf) => readonly Finding[];

const LONGEST = 240;

export function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
