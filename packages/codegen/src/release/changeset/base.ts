import { execFile } from "node:child_process";
import { access, stat } from "node:fs/promises";
import { basename, join, relative, resolve } from "node:path";
import { promisify } from "node:util";
import {
  type Document,
  DocumentError,
  gitFiles,
  readDocument,
  readRevision,
  revisionPath,
} from "../../document/index.ts";
import { MANIFEST, manifestHashes, readText } from "../../output/index.ts";
import { UsageError, type WorkspaceDocument } from "../../workspace.ts";
import { GENERATED_KINDS } from "../channels.ts";
import { type GeneratedOutputs, outputsBy, parseOutputs } from "../generated-outputs.ts";
import { releasedFiles, releasedFolder } from "../released-documents.ts";

/** An earlier edition of a document. */
export interface Base {
  readonly document: Document;
  /** What was generated from it then; undefined where nobody knows. */
  readonly outputs: GeneratedOutputs | undefined;
  /** Code that used what was generated then; undefined where none was recorded. */
  readonly usage: string | undefined;
}

/** Finds the edition that a document is compared with; undefined for a document that did not exist. */
export type FindBase = (document: WorkspaceDocument) => Promise<Base | undefined>;

/** What the last release was generated from. It needs no git. */
export function releasedBase(root: string): FindBase {
  return async ({ name, origin }) => {
    const files = releasedFiles(name);
    const path = join(releasedFolder(root), files.document);
    if (!(await exists(path))) return undefined;
    const outputs = join(releasedFolder(root), files.outputs);
    const recorded = await readText(outputs);
    return {
      document: await readDocument(path, origin),
      outputs: recorded === undefined ? undefined : recordedOutputs(recorded, relative(root, outputs)),
      usage: await readText(join(releasedFolder(root), files.usage)),
    };
  };
}

function recordedOutputs(text: string, file: string): GeneratedOutputs {
  const outputs = parseOutputs(text);
  if (outputs !== undefined) return outputs;
  throw new UsageError(
    `${file}: expected the hashes that the last release recorded, received something else; restore it`,
  );
}

/**
 * What `--base` names: a git ref, at which every document is looked up under its own path; or a file or `REF:path`,
 * which is an edition of the document of the same name, while the others are compared with the last release.
 *
 * @throws {UsageError} when there is no such ref, or no document of that name.
 */
export async function findBase(
  text: string,
  root: string,
  cwd: string,
  documents: readonly WorkspaceDocument[],
): Promise<FindBase> {
  const isFile = await stat(resolve(cwd, text)).then(
    (found) => found.isFile(),
    () => false,
  );
  if (isFile || text.includes(":")) return fileBase(text, root, cwd, documents);
  await verifyCommit(text, root);
  return committedBase(text, root);
}

/** The documents as they are at a git ref. Without git, there are none. */
export function committedBase(ref: string, root: string): FindBase {
  return (document) => commitBase(ref, root, document);
}

function fileBase(text: string, root: string, cwd: string, documents: readonly WorkspaceDocument[]): FindBase {
  const name = basename(text).replace(/\.[^.]*$/, "");
  const names = documents.map((document) => document.name);
  const [only] = names;
  const meant = names.length === 1 ? only : names.find((known) => known === name);
  if (meant === undefined)
    throw new UsageError(`--base ${text} is called after none of ${names.join(", ")}; call it so, or pass a git ref`);
  const released = releasedBase(root);
  return async (document) => {
    if (document.name !== meant) return released(document);
    return {
      document: { ...(await readRevision(text, cwd)), origin: document.origin, name: meant },
      outputs: undefined,
      usage: undefined,
    };
  };
}

async function commitBase(ref: string, root: string, document: WorkspaceDocument): Promise<Base | undefined> {
  try {
    // Relative to the workspace, which need not be the root of the repository.
    const found = await readRevision(`${ref}:./${document.origin}`, root);
    return {
      document: { ...found, origin: document.origin, name: document.name },
      outputs: await committedOutputs(ref, root, document),
      usage: undefined,
    };
  } catch (error) {
    const isMissing = error instanceof DocumentError && error.problems.every(({ rule }) => rule === "not-found");
    if (isMissing) return undefined;
    throw error;
  }
}

/** What the manifests of a commit list; undefined where one of them is missing. */
async function committedOutputs(
  ref: string,
  root: string,
  { folders }: WorkspaceDocument,
): Promise<GeneratedOutputs | undefined> {
  const files = gitFiles(ref, root);
  const manifests = await Promise.all(
    GENERATED_KINDS.map(async (kind) => {
      const path = `./${relative(root, join(folders[kind], MANIFEST)).replaceAll("\\", "/")}`;
      const text = await files.read(await revisionPath({ ref, path }, root)).catch(() => undefined);
      return [kind, text === undefined ? undefined : manifestHashes(text)] as const;
    }),
  );
  const byKind = new Map(manifests);
  if (manifests.some(([, hashes]) => hashes === undefined)) return undefined;
  return outputsBy((kind) => byKind.get(kind) ?? {});
}

async function verifyCommit(ref: string, root: string): Promise<void> {
  try {
    await run("git", ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`], { cwd: root });
  } catch (error) {
    const { code } = error as { readonly code?: unknown };
    const reason = code === "ENOENT" ? "git is not installed" : "there is no such file, and no such commit here";
    throw new UsageError(`--base ${ref}: ${reason}; pass an edition of a document as FILE or REF:path, or a git ref`);
  }
}

const run = promisify(execFile);

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
