import { visible } from "../printing/printable.ts";

/** A place that an editor can jump to. */
export interface Place {
  /** Path as the user would write it: relative to the working directory where that is shorter. */
  readonly file: string;
  /** 1-based; 1 when the place is the file as a whole. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
}

/** Something wrong with a document. */
export interface Problem extends Place {
  /** Stable id, `kebab-case`. */
  readonly rule: string;
  /** What is wrong, and what to do. */
  readonly message: string;
  readonly severity: "error" | "warning";
}

/** An error of a file as a whole. */
export function fileProblem(file: string, rule: string, message: string): Problem {
  return { file, line: 1, column: 1, rule, message, severity: "error" };
}

/** `file:line:column rule message`, the form that editors and CI systems link; on one line. */
export function formatProblem(problem: Problem): string {
  const warning = problem.severity === "warning" ? "warning: " : "";
  return visible(`${problem.file}:${problem.line}:${problem.column} ${problem.rule} ${warning}${problem.message}`);
}

/** Thrown when a document cannot be read or cannot be generated from. */
export class DocumentError extends Error {
  override readonly name = "DocumentError";
  readonly code = "document";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join("\n"));
    this.problems = problems;
  }
}
