import { expectDocument, readRevision } from "@earmark/openapi";
import { compareWithProvider } from "../release/upstream/compare-with-provider.ts";
import { hasFindings } from "../release/upstream/comparison.ts";
import { formatReport, type ReportFormat } from "../release/upstream/format.ts";
import { workspaceDocuments } from "../workspace/documents.ts";
import { findWorkspace } from "../workspace/workspace.ts";
import type { ExitCode, Io } from "./io.ts";

export interface UpstreamFlags {
  readonly document?: string;
  readonly format: ReportFormat;
}

/** `codegen upstream`: where our documents and the provider's published one disagree. */
export async function upstream(file: string, { document, format }: UpstreamFlags, io: Io): Promise<ExitCode> {
  const root = await findWorkspace(io.cwd);
  const documents = await workspaceDocuments(root);
  const provider = expectDocument(await readRevision(file, io.cwd));
  const report = await compareWithProvider({ root, documents, provider, only: document });
  io.out(formatReport(report, format));
  return hasFindings(report) ? 1 : 0;
}
