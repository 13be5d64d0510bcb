import { type Diagnostic, DocumentError, formatDiagnostic, lintDocument } from "@earmark/openapi";
import type { WorkspaceDocument } from "../../workspace.ts";

/** What is wrong with documents, in lines for a terminal: warnings only where there is nothing worse. */
export interface Linted {
  readonly errors: number;
  readonly lines: readonly string[];
}

/** Looks at every document. Where one cannot be read, others that refer to it are not blamed. */
export async function lintDocuments(documents: readonly WorkspaceDocument[]): Promise<Linted> {
  const problems: Diagnostic[] = [];
  for (const { path } of documents) problems.push(...(await problemsOf(path)));
  const unreadable = problems.filter(({ rule }) => rule === UNREADABLE);
  const errors = unreadable.length > 0 ? unreadable : problems.filter(({ severity }) => severity === "error");
  const shown = errors.length > 0 ? errors : problems;
  return { errors: errors.length, lines: shown.map(formatDiagnostic) };
}

/** The rule of texts that are not YAML; all else that is said of them, and of what refers to them, follows from that. */
const UNREADABLE = "syntax";

function problemsOf(path: string): Promise<readonly Diagnostic[]> {
  return lintDocument(path).catch((error: unknown) => {
    if (error instanceof DocumentError) return error.diagnostics;
    throw error;
  });
}
