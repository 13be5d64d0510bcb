/** What is wrong with a call, in one line or more: an option or variable, what it is, and what it may be. */
export type Problem = string | readonly string[];

/** The call is wrong, and nothing was sent. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  readonly problems: readonly Problem[];

  constructor(...problems: readonly Problem[]) {
    super(problems.flat().join("; "));
    this.problems = problems;
  }
}
