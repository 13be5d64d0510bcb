/** A source that cannot be read as YAML or JSON. Line and column are 1-based. */
export class SyntaxProblem extends Error {
  override readonly name = "SyntaxProblem";
  readonly code = "syntax";
  readonly line: number;
  readonly column: number;
  /** From the start of the text. */
  readonly offset: number | undefined;

  constructor(reason: string, line: number, column: number, offset?: number) {
    super(reason);
    this.line = line;
    this.column = column;
    this.offset = offset;
  }
}
