/** A problem of one line or more: the option or variable, what it must be, what was received. */
export type Problem = string | readonly string[];

/** The command line or the environment is wrong; nothing was sent. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  readonly problems: readonly Problem[];

  constructor(...problems: readonly Problem[]) {
    super(problems.flat().join("; "));
    this.problems = problems;
  }
}
