import type { Diagnostic } from "./diagnostic.ts";
import { formatDiagnostics } from "./report.ts";

/** Thrown by a command that cannot go on, because of what is wrong with a document. */
export class DocumentError extends Error {
  override readonly name = "DocumentError";
  readonly code = "document";
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(formatDiagnostics(diagnostics).join("\n"));
    this.diagnostics = diagnostics;
  }
}
