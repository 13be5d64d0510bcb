import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { type Document, DocumentError, expectDocument, readDocument } from "@earmark/openapi";
import { documentName, type WorkspaceDocument } from "../../workspace/documents.ts";
import { readEdition } from "../../workspace/edition.ts";
import { pathBetween, readText } from "../../workspace/files.ts";
import type { Output } from "../../workspace/layout.ts";
import { MANIFEST, recordedFiles } from "../../workspace/manifest.ts";
import { UsageError } from "../../workspace/usage-error.ts";
import { type GeneratedOutputs, hashesOf, parseOutputs, releasedFiles, releasedFolder } from "../generated-outputs.ts";
import { contentsAt, filesAt } from "../git.ts";

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
  const name = documentName(text);
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
