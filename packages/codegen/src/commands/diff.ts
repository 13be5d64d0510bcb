import { expectDocument, readRevision } from "@earmark/openapi";
import { type DiffFormat, diffDocuments, formatDiff } from "@earmark/openapi-diff";
import type { ExitCode, Io } from "./io.ts";

/** `codegen diff`: what changed between two documents, and what that means to whom. */
export async function diff(before: string, after: string, format: DiffFormat, io: Io): Promise<ExitCode> {
  // One after the other: when both cannot be read, the first is reported, every time.
  const old = expectDocument(await readRevision(before, io.cwd));
  const now = expectDocument(await readRevision(after, io.cwd));
  io.out(formatDiff(diffDocuments(old, now), format));
  return 0;
}
