import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, join, relative, resolve } from "node:path";
import { promisify } from "node:util";
import { type Document, DocumentError, expectDocument, readDocument } from "@earmark/openapi";
import type { WorkspaceDocument } from "../../workspace/documents.ts";
import { readEdition } from "../../workspace/edition.ts";
import { pathBetween, readText } from "../../workspace/files.ts";
import type { Output } from "../../workspace/layout.ts";
import { MANIFEST, recordedFiles } from "../../workspace/manifest.ts";
import { UsageError } from "../../workspace/usage-error.ts";
import { type GeneratedOutputs, hashesOf, parseOutputs, releasedFiles, releasedFolder } from "../generated-outputs.ts";

/** An earlier edition of a document. */
interface Base {
  readonly document: Document;
  /** What was generated from it then; undefined where that is unknown. */
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
    if (!existsSync(path)) return undefined;
    const outputs = join(releasedFolder(root), files.outputs);
    const recorded = await readText(outputs);
    return {
      document: expectDocument(await readDocument(path, origin)),
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

/** The documents as they are at a git ref. Without git, there are none. */
export function committedBase(ref: string, root: string): FindBase {
  return (document) => commitBase(ref, root, document);
}

/**
 * An edition of the document of the same name: a file, or `REF:path`.
 *
 * @param others finds what other documents are compared with.
 * @throws {UsageError} when no document is called so.
 */
export function fileBase(
  text: string,
  cwd: string,
  documents: readonly WorkspaceDocument[],
  others: FindBase,
): FindBase {
  const name = basename(text).replace(/\.[^.]*$/, "");
  const names = documents.map((document) => document.name);
  const [only] = names;
  const meant = names.length === 1 ? only : names.find((known) => known === name);
  if (meant === undefined)
    throw new UsageError(`--base ${text} is called after none of ${names.join(", ")}; call it so, or pass a git ref`);
  return async (document) => {
    if (document.name !== meant) return others(document);
    return {
      document: { ...expectDocument(await readEdition(text, cwd)), origin: document.origin, name: meant },
      outputs: undefined,
      usage: undefined,
    };
  };
}

async function commitBase(ref: string, root: string, document: WorkspaceDocument): Promise<Base | undefined> {
  try {
    // Relative to the workspace, which need not be the root of the repository.
    const found = expectDocument(await readEdition(`${ref}:./${document.origin}`, root));
    return {
      document: { ...found, origin: document.origin, name: document.name },
      outputs: await committedOutputs(ref, root, document),
      usage: undefined,
    };
  } catch (error) {
    const isMissing = error instanceof DocumentError && error.diagnostics.every(({ rule }) => rule === "not-found");
    if (isMissing) return undefined;
    throw error;
  }
}

/** What the files of a commit are that were generated from a document; undefined where an output has none. */
async function committedOutputs(
  ref: string,
  root: string,
  { outputs }: WorkspaceDocument,
): Promise<GeneratedOutputs | undefined> {
  const folderOf = ({ folder }: Output): string => pathBetween(root, folder);
  const committed = new Set(await filesAt(root, ref, ...outputs.map(folderOf)));
  const manifestOf = (output: Output): string => `${folderOf(output)}/${MANIFEST}`;
  if (!outputs.every((output) => committed.has(manifestOf(output)))) return undefined;
  const manifests = await contentsAt(root, ref, outputs.map(manifestOf));
  const pathsOf = (output: Output): readonly string[] =>
    [...recordedFiles(manifests.get(manifestOf(output)))]
      .map((path) => `${folderOf(output)}/${path}`)
      .filter((path) => committed.has(path));
  const contents = await contentsAt(root, ref, outputs.flatMap(pathsOf));
  return hashesOf(outputs, (output) =>
    pathsOf(output).map((path) => {
      return { path: path.slice(folderOf(output).length + 1), text: contents.get(path) ?? "" };
    }),
  );
}

export function isFile(path: string, cwd: string): Promise<boolean> {
  return stat(resolve(cwd, path)).then(
    (found) => found.isFile(),
    () => false,
  );
}

const run = promisify(execFile);
/** Beyond all generated files of a document; git's output is cut off after a megabyte otherwise. */
const MOST_BYTES = 256 * 1024 * 1024;

/** What git says; undefined where it fails, is not installed, or knows no repository, and where it says nothing. */
export async function git(cwd: string, ...args: readonly string[]): Promise<string | undefined> {
  try {
    const { stdout } = await run("git", args, { cwd, encoding: "utf8", maxBuffer: MOST_BYTES });
    return stdout === "" ? undefined : stdout;
  } catch {
    return undefined;
  }
}

/** The same of a command that says one line. */
export async function gitLine(cwd: string, ...args: readonly string[]): Promise<string | undefined> {
  return (await git(cwd, ...args))?.split("\n")[0];
}

/** The hashes of commits, in one process however many there are; undefined where there is none. */
export async function commitsOf(root: string, ...refs: readonly string[]): Promise<readonly (string | undefined)[]> {
  const running = run("git", ["cat-file", "--batch-check=%(objectname)"], { cwd: root, encoding: "utf8" });
  // It ends before it reads where there is no repository.
  running.child.stdin?.on("error", () => {}).end(refs.map((ref) => `${ref.replaceAll("\n", " ")}^{commit}\n`).join(""));
  const { stdout } = await running.catch(() => ({ stdout: "" }));
  const lines = stdout.split("\n");
  return refs.map((_, index) => /^[0-9a-f]+$/.exec(lines[index] ?? "")?.[0]);
}

/** Paths of the files below folders in a commit; all relative to `root`, which need not be that of the repository. */
export async function filesAt(root: string, commit: string, ...folders: readonly string[]): Promise<readonly string[]> {
  const below = folders.map((folder) => `${folder}/`);
  const paths = await git(root, "ls-tree", "-r", "-z", "--name-only", commit, "--", ...below);
  return paths?.split("\0").filter((path) => path !== "") ?? [];
}

/** The contents of files in a commit, in one process however many there are; paths as {@link filesAt} gives them. */
async function contentsAt(
  root: string,
  commit: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const running = run("git", ["cat-file", "--batch"], { cwd: root, encoding: "buffer", maxBuffer: MOST_BYTES });
  running.child.stdin?.end(paths.map((path) => `${commit}:./${path}\n`).join(""));
  const { stdout } = await running;
  let start = 0;
  return new Map(
    paths.map((path) => {
      // `OBJECT blob BYTES`, the bytes, and a line feed, in the order of the paths.
      const lineEnd = stdout.indexOf("\n", start);
      const line = stdout.toString("utf8", start, lineEnd);
      const [, size] = / blob (\d+)$/.exec(line) ?? [];
      if (size === undefined) throw new Error(`expected git to print the file ${path} of ${commit}, received ${line}`);
      start = lineEnd + 1 + Number(size) + 1;
      return [path, stdout.toString("utf8", lineEnd + 1, start - 1)];
    }),
  );
}
