import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { visible } from "@earmark/openapi";
import { codegenCall } from "../workspace/package-manager.ts";
import {
  type Comparison,
  compareWithPublished,
  type PublishedDocument,
  publishedDocuments,
} from "../workspace/published-document.ts";
import { RemoteDocumentError } from "../workspace/remote/remote-document-error.ts";
import { replaceFiles } from "../workspace/staged-file.ts";
import { UsageError } from "../workspace/usage-error.ts";
import { findWorkspace } from "../workspace/workspace.ts";
import type { ExitCode, Io } from "./io.ts";

export interface PullFlags {
  readonly check: boolean;
}

/**
 * `codegen pull`: brings files of documents to what is published at their URLs, or compares them with that. A document
 * that cannot be fetched does not stop the others.
 *
 * @param names Of documents; without one, all that have a URL.
 * @param env Headers of the config and proxies are taken from it.
 */
export async function pull(
  names: readonly string[],
  flags: PullFlags,
  io: Io,
  env: NodeJS.ProcessEnv = process.env,
): Promise<ExitCode> {
  const root = await findWorkspace(io.cwd);
  const documents = await publishedDocuments(root, names);
  const call = (command: string): string => `\`${codegenCall(root, command)}\``;
  const results = await Promise.all(
    documents.map(async (document) => [document, await compareWithPublished(document, env).catch(mendable)] as const),
  );
  const codes: ExitCode[] = [];
  for (const [document, result] of results) {
    if (result instanceof Error) io.err(`${io.name}: ${document.name}: ${result.message}`);
    codes.push(result instanceof Error ? 2 : await (flags.check ? report : apply)(document, result, io, call));
  }
  return codes.includes(2) ? 2 : codes.includes(1) ? 1 : 0;
}

/** What is wrong with one document. Any other error ends the command. */
function mendable(error: unknown): Error {
  if (error instanceof RemoteDocumentError || error instanceof UsageError) return error;
  throw error;
}

/** How files differ from what is published, and what to do. */
const DIFFERENCES: Readonly<Record<Exclude<Comparison["kind"], "current">, string>> = {
  missing: "missing: it was never pulled, or removed",
  outdated: "outdated: another edition is published",
  unrecorded: "up to date, but not recorded as pulled from this URL",
  edited: "edited since it was pulled; say what should be different in an overlay, and remove the file to pull it anew",
  foreign:
    "different from what is published, and not known to have been pulled; say what should be different in an overlay, and remove the file to pull it",
};

/** How a subcommand is called in the workspace. */
type Call = (command: string) => string;

/** @returns 1 where a file is not what is published. */
async function report(
  { name }: PublishedDocument,
  { kind, path, files }: Comparison,
  io: Io,
  call: Call,
): Promise<ExitCode> {
  if (kind === "current") return upToDate(name, io);
  const advice = files.length > 0 ? `; run ${call(`pull ${name}`)}` : "";
  io.out(visible(`${relative(io.cwd, path)}: ${DIFFERENCES[kind]}${advice}`));
  return 1;
}

/** @returns 1 where a file is left as it is, since edits would be lost. */
async function apply(
  document: PublishedDocument,
  { kind, path, files }: Comparison,
  io: Io,
  call: Call,
): Promise<ExitCode> {
  const { name, outputs } = document;
  if (kind === "current") return upToDate(name, io);
  if (files.length === 0) {
    io.err(visible(`${relative(io.cwd, path)} is not replaced: it is ${DIFFERENCES[kind]}`));
    return 1;
  }
  await replaceFiles(files);
  for (const file of files) io.out(visible(relative(io.cwd, file.path)));
  const isAdded = outputs.every(({ owner }) => existsSync(join(owner, "package.json")));
  const next = isAdded ? call("generate") : call(`add ${relative(io.cwd, path)}`);
  if (kind !== "unrecorded") io.err(visible(`${name}: pulled; ${next} makes the code follow`));
  return 0;
}

function upToDate(name: string, io: Io): ExitCode {
  io.err(`${name}: up to date`);
  return 0;
}
