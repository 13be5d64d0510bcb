import { type Diagnostic, formatDiagnostics, lintDocument } from "@earmark/openapi";
import type { WorkspaceDocument } from "../../workspace.ts";

/** What is wrong with documents, in lines for a terminal: warnings only where there is nothing worse. */
export interface Linted {
  readonly errors: number;
  readonly lines: readonly string[];
}

/** Looks at every document. Where one cannot be read, others that refer to it are not blamed. */
export async function lintDocuments(documents: readonly WorkspaceDocument[]): Promise<Linted> {
  const found: Diagnostic[] = [];
  for (const { path } of documents) found.push(...(await lintDocument(path)).diagnostics);
  const unreadable = found.filter(({ rule }) => rule === UNREADABLE);
  const errors = unreadable.length > 0 ? unreadable : found.filter(({ severity }) => severity === "error");
  return { errors: errors.length, lines: formatDiagnostics(errors.length > 0 ? errors : found) };
}

/** The rule of files that are not YAML; all else that is said of them, and of what refers to them, follows from that. */
const UNREADABLE = "syntax";
