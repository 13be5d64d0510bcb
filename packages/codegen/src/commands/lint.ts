import { resolve } from "node:path";
import { counted, type Diagnostic, fileKind, formatDiagnostics, type ReportFormat, visible } from "@earmark/openapi";
import { isRecord } from "../workspace/documents.ts";
import { lintDocuments } from "../workspace/lint-documents.ts";
import type { ExitCode, Io } from "./io.ts";

/** `codegen lint`: everything that there is to say about every document. Warnings alone are no failure. */
export async function lint(files: readonly string[], format: ReportFormat, io: Io): Promise<ExitCode> {
  const paths: string[] = [];
  const overlays: Diagnostic[] = [];
  for (const file of files) {
    const path = resolve(io.cwd, file);
    if (isRecord(file)) {
      io.err(`${visible(file)}: what \`codegen pull\` recorded, and no document`);
      continue;
    }
    const kind = await fileKind(path);
    if (kind === "shared")
      io.err(`${visible(file)}: shared schemas and no API; linted with the documents that refer to it`);
    else if (kind === "overlay") overlays.push(...(await lintOverlay(path)));
    else paths.push(path);
  }
  const { documents, unused } = await lintDocuments(paths, "written");
  const found = [...documents.map(({ diagnostics }) => diagnostics), overlays, unused];
  // One array for a program; for all others, what is said of one document after the other.
  const reports = format === "json" ? [found.flat()] : found;
  const write = format === "github" ? io.workflowCommand : io.out;
  for (const line of reports.flatMap((diagnostics) => formatDiagnostics(diagnostics, format))) write(line);
  const errors = found.flat().filter(({ severity }) => severity === "error").length;
  const subject = files.length === 1 ? visible(files[0] ?? "") : counted(documents.length, "document");
  io.err(errors === 0 ? `${subject}: no errors` : counted(errors, "error"));
  if (documents.some(({ document }) => document === undefined)) return 2;
  return errors === 0 ? 0 : 1;
}

async function lintOverlay(path: string): Promise<readonly Diagnostic[]> {
  const { readOverlay } = await import("@earmark/openapi/overlay");
  return (await readOverlay(path)).diagnostics;
}
