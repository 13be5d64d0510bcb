import { access } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { diagnoseFile } from "../diagnostics/diagnostic.ts";
import { DISK, type Files, MissingFile } from "./files.ts";
import { gitFiles, parseRevision, revisionPath } from "./git-files.ts";
import { type Reading, readDocument } from "./read.ts";

/**
 * Reads a document from a file, or as it was in a commit: `REF:path`, the way git writes it. References to other files
 * are followed in the same commit. A file that exists under the name as it is comes first.
 *
 * @param read Reads it from its files, whose paths begin at the root of the repository where they are those of a commit.
 * @default read {@link readDocument}
 */
export async function readRevision(
  text: string,
  cwd: string,
  read: (path: string, origin: string, files: Files) => Promise<Reading> = readDocument,
): Promise<Reading> {
  const path = resolve(cwd, text);
  const revision = parseRevision(text);
  if (revision === undefined || (await exists(path))) return read(path, basename(path), DISK);
  const files = gitFiles(revision.ref, cwd);
  try {
    const inCommit = await revisionPath(revision, cwd);
    return await read(inCommit, basename(inCommit), files);
  } catch (error) {
    if (!(error instanceof MissingFile)) throw error;
    return { document: undefined, diagnostics: [diagnoseFile(error.code, { file: text }, error.message)] };
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
