import { resolve } from "node:path";
import { counted, DocumentError, fileKind, formatDiagnostic, lintDocument, visible } from "@earmark/openapi";
import type { ExitCode, Io } from "./io.ts";

/** `codegen lint`: every problem of every document, one line each. */
export async function lint(files: readonly string[], io: Io): Promise<ExitCode> {
  let errors = 0;
  let documents = 0;
  let unreadable = false;
  for (const file of files) {
    const path = resolve(io.cwd, file);
    if ((await fileKind(path)) === "shared") {
      io.err(`${visible(file)}: shared schemas and no API; linted with the documents that refer to it`);
      continue;
    }
    documents++;
    const problems = await lintDocument(path).catch((error: unknown) => {
      if (!(error instanceof DocumentError)) throw error;
      unreadable = true;
      return error.diagnostics;
    });
    for (const problem of problems) io.out(formatDiagnostic(problem));
    errors += problems.filter(({ severity }) => severity === "error").length;
  }
  io.err(
    errors === 0
      ? `${files.length === 1 ? visible(files[0] ?? "") : counted(documents, "document")}: no errors`
      : counted(errors, "error"),
  );
  if (unreadable) return 2;
  return errors === 0 ? 0 : 1;
}
