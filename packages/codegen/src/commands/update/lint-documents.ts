import { DocumentError, formatProblem, lintDocument, type Problem } from "../../document/index.ts";
import type { WorkspaceDocument } from "../../workspace.ts";

/** What is wrong with documents, in lines for a terminal. */
export interface Linted {
  readonly errors: number;
  readonly lines: readonly string[];
}

/** Looks at every document. Where one cannot be read, others that refer to it are not blamed. */
export async function lintDocuments(documents: readonly WorkspaceDocument[], root: string): Promise<Linted> {
  const problems: Problem[] = [];
  for (const { path } of documents) problems.push(...(await problemsOf(path)));
  const unreadable = problems.filter(({ rule }) => rule === UNREADABLE);
  const shown = unreadable.length > 0 ? unreadable : problems;
  return {
    errors: shown.filter(({ severity }) => severity === "error").length,
    lines: [...new Set(shown.map(formatProblem))].map((line) => line.replaceAll(`${root}/`, "")),
  };
}

/** The rule of texts that are not YAML; all else that is said of them, and of what refers to them, follows from that. */
const UNREADABLE = "syntax";

function problemsOf(path: string): Promise<readonly Problem[]> {
  return lintDocument(path).catch((error: unknown) => {
    if (error instanceof DocumentError) return error.problems;
    throw error;
  });
}
