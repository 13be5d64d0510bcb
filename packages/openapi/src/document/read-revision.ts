import { access } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { DocumentError, diagnoseFile } from "../diagnostics/diagnostic.ts";
import type { Document } from "./document.ts";
import { DISK, MissingFile } from "./files.ts";
import { gitFiles, parseRevision, revisionPath } from "./git-files.ts";
import { readDocument } from "./read.ts";

/**
 * Reads a document from a file, or as it was in a commit: `REF:path`, the way git writes it. References to other files
 * are followed in the same commit. A file that exists under the name as it is comes first.
 *
 * @throws {DocumentError} when there is no such file, commit or document.
 */
export async function readRevision(text: string, cwd: string): Promise<Document> {
  const path = resolve(cwd, text);
  const revision = parseRevision(text);
  if (revision === undefined || (await exists(path))) return readDocument(path, basename(path), DISK);
  const files = gitFiles(revision.ref, cwd);
  const inCommit = await revisionPath(revision, cwd).catch((error: unknown) => {
    if (!(error instanceof MissingFile)) throw error;
    const { code, message } = error;
    throw new DocumentError([diagnoseFile(code, { file: text }, message)]);
  });
  return readDocument(inCommit, basename(inCommit), files);
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
