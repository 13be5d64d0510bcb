import { documentYaml, expectDocument, formatDiagnostics, readRevision } from "@earmark/openapi";
import type { ExitCode, Io } from "./io.ts";

/** `codegen upgrade`: a document of an older version as one of OpenAPI 3.1, and how it has been understood. */
export async function upgrade(file: string, io: Io): Promise<ExitCode> {
  const reading = await readRevision(file, io.cwd);
  const document = expectDocument(reading);
  io.out(documentYaml(document).trimEnd());
  for (const line of formatDiagnostics(reading.diagnostics)) io.err(line);
  return 0;
}
