import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { counted, DocumentError, formatDiagnostics, visible } from "@earmark/openapi";
import { exampleCall } from "../emit/index.ts";
import { type Generated, generateOutputs } from "../generate.ts";
import { adopt } from "../workspace/adoption.ts";
import type { Config } from "../workspace/config.ts";
import { DOCUMENTS, namedDocuments, type WorkspaceDocument } from "../workspace/documents.ts";
import { Edits } from "../workspace/edits.ts";
import { FIRST_CALL, FIRST_DOCUMENT, FIRST_NAME, startPackage } from "../workspace/first-package.ts";
import { lintDocuments } from "../workspace/lint-documents.ts";
import { CONFIG_FILE, configText, isScope, loadConfig } from "../workspace/load-config.ts";
import { codegenCall, downloadCall, packageManagerOf, scriptCall } from "../workspace/package-manager.ts";
import { type PlacedDocument, placeDocument } from "../workspace/place-document.ts";
import { requireScope, scaffold } from "../workspace/scaffold.ts";
import { type NewContent, replaceFiles } from "../workspace/staged-file.ts";
import { findDrift, writeTarget } from "../workspace/target.ts";
import { UsageError } from "../workspace/usage-error.ts";
import { findWorkspace } from "../workspace/workspace.ts";
import { reportNotes } from "./generate.ts";
import type { ExitCode, Io } from "./io.ts";
import { type Install, installPackages } from "./run-command.ts";

export interface InitFlags {
  /** The document to begin with: a file or a URL. */
  readonly spec?: string;
  /** What it is called. */
  readonly name?: string;
  /** The scope of generated packages, where the root package has none. */
  readonly scope?: string;
  readonly dryRun: boolean;
}

/**
 * `codegen init`: makes the repository around the working directory ready, generates from its documents, and installs.
 * What exists stays as it is, and a second run completes what a first one began.
 *
 * @param install Tests replace it.
 * @param env Headers for a document with a URL, and proxies, are taken from it.
 */
export async function init(
  flags: InitFlags,
  io: Io,
  install: Install = installPackages,
  env: NodeJS.ProcessEnv = process.env,
): Promise<ExitCode> {
  const found = await findWorkspace(io.cwd).catch(() => undefined);
  if (found !== undefined) return initIn(found, flags, io, install, env);
  // What is generated depends on the package around it, so there has to be one.
  const root = flags.dryRun ? await mkdtemp(join(tmpdir(), "codegen-")) : io.cwd;
  const edits = new Edits(root);
  startPackage(io.cwd, edits);
  const started = edits.changed();
  await replaceFiles(started);
  try {
    const code = await initIn(root, flags, io, install, env, started);
    if (code !== 0 && code !== 1) await removeAll(started);
    return code;
  } catch (error) {
    await removeAll(started);
    throw error;
  } finally {
    if (flags.dryRun) await rm(root, { recursive: true, force: true });
  }
}

async function removeAll(files: readonly NewContent[]): Promise<void> {
  for (const { path } of files) await rm(path, { force: true });
}

/** @param started Files of a package that did not exist before. */
async function initIn(
  root: string,
  flags: InitFlags,
  io: Io,
  install: Install,
  env: NodeJS.ProcessEnv,
  started: readonly NewContent[] = [],
): Promise<ExitCode> {
  if (flags.scope !== undefined && !isScope(flags.scope))
    throw new UsageError(`--scope: expected a scope such as @acme, received ${JSON.stringify(flags.scope)}`);
  const { config: present, file: configFile } = await loadConfig(root);
  const config: Config = { ...present, ...(flags.scope !== undefined && { scope: flags.scope }) };
  const placed = await documentsFor(flags, io.cwd, root, config, env);
  const problems = await errorsOf(placed);
  if (problems.length > 0) {
    await removeAll(started);
    for (const line of problems) io.err(line);
    io.err("nothing is written; correct the document at these places");
    return 1;
  }
  const generated: Generated[] = [];
  for (const { document, readFrom } of placed) {
    await requireScope(root, document);
    generated.push(await generateOutputs(document, readFrom));
  }
  for (const each of generated) reportNotes(each, io);
  const edits = new Edits(root);
  const documents = placed.map(({ document }) => document);
  const advice = await adopt(
    root,
    documents,
    generated.flatMap(({ targets }) => targets),
    edits,
  );
  editConfig(present, config, placed, configFile, edits);
  const scaffolded = await Promise.all(
    documents.map((document, index) => scaffold(root, document, generated[index] as Generated)),
  ); // of the same length
  const [first, model] = [documents[0], generated[0]?.model];
  const example = first === undefined || model === undefined ? [] : exampleCall(model, moduleOf(first));
  if (started.length > 0) edits.create(FIRST_CALL, `${example.join("\n")}\n`);
  const files = [...placed.flatMap((one) => one.files), ...edits.changed(), ...scaffolded.flat()];
  const targets = generated.flatMap((one) => one.targets);
  const drift = (await Promise.all(targets.map(findDrift))).flat();
  const written = [...new Set([...started, ...files, ...drift].map(({ path }) => relative(root, path)))].sort();
  for (const path of written) io.out(visible(path));
  if (flags.dryRun) {
    io.err(
      `${counted(written.length, "file")} would be written, and the packages installed; nothing is done with --dry-run`,
    );
    return 0;
  }
  await replaceFiles(files);
  for (const target of targets) await writeTarget(target);
  const installed = await install(root, io, written.length === 0 ? "everything is in place" : "all files are written");
  if (installed !== 0) {
    io.err(
      `then run \`${downloadCall(packageManagerOf(root), "@earmark/codegen init")}\` again, which completes what is missing`,
    );
    return installed;
  }
  tellNext(root, first, example, advice, started.length > 0, written.length, io);
  return 0;
}

/** The documents of a workspace: that of the call, else those that are there, else one to begin with. */
async function documentsFor(
  { spec, name }: InitFlags,
  cwd: string,
  root: string,
  config: Config,
  env: NodeJS.ProcessEnv,
): Promise<readonly PlacedDocument[]> {
  if (spec !== undefined) return [await placeDocument({ spec, name }, cwd, root, config, env)];
  const present = await namedDocuments(root, config).catch((error: unknown) => {
    if (error instanceof UsageError && !existsSync(join(root, DOCUMENTS))) return [];
    throw error;
  });
  if (present.length > 0)
    return present.map((document) => ({ document, readFrom: document.path, files: [], settings: undefined }));
  const folder = await mkdtemp(join(tmpdir(), "codegen-"));
  const file = join(folder, `${name ?? FIRST_NAME}.yaml`);
  await replaceFiles([{ path: file, content: FIRST_DOCUMENT }]);
  return [await placeDocument({ spec: file, name }, cwd, root, config, env)];
}

async function errorsOf(placed: readonly PlacedDocument[]): Promise<readonly string[]> {
  const { documents } = await lintDocuments(
    placed.map(({ readFrom }) => readFrom),
    "generated",
  );
  const errors = documents.flatMap(({ diagnostics }) => diagnostics.filter(({ severity }) => severity === "error"));
  if (documents.some(({ document }) => document === undefined)) throw new DocumentError(errors);
  return formatDiagnostics(errors);
}

/** @throws {UsageError} where a config would have to say more that is code: people edit that. */
function editConfig(
  present: Config,
  wanted: Config,
  placed: readonly PlacedDocument[],
  file: string | undefined,
  edits: Edits,
): void {
  const documents = Object.fromEntries(
    placed.flatMap(({ document, settings }) => (settings === undefined ? [] : [[document.name, settings]])),
  );
  const added: Config = {
    ...(wanted.scope !== present.scope && wanted.scope !== undefined && { scope: wanted.scope }),
    ...(Object.keys(documents).length > 0 && { documents }),
  };
  if (Object.keys(added).length === 0) return;
  if (file === undefined) {
    edits.create(CONFIG_FILE, configText(added));
    return;
  }
  if (!file.endsWith(".json"))
    throw new UsageError(
      `${file} is there already and is code; add ${JSON.stringify(added)} to it, and run this again`,
    );
  if (added.scope !== undefined) edits.setDefault("earmark.config.json", ["scope"], added.scope);
  for (const [name, settings] of Object.entries(documents))
    edits.setDefault("earmark.config.json", ["documents", name], settings);
}

/** From where the client of a document is imported. */
function moduleOf({ outputs }: WorkspaceDocument): string {
  const output = outputs.find(({ kinds }) => kinds.includes("client"));
  return output?.specifierOf("client", ".") ?? "";
}

function tellNext(
  root: string,
  document: WorkspaceDocument | undefined,
  example: readonly string[],
  advice: readonly string[],
  isStarted: boolean,
  written: number,
  io: Io,
): void {
  io.err(written === 0 ? "nothing to do: all of it is in place" : `${counted(written, "file")} written. Commit them.`);
  for (const line of advice) io.err(`By hand: ${line}.`);
  if (document === undefined) return;
  const client = document.outputs.find(({ kinds }) => kinds.includes("client"));
  const manager = packageManagerOf(root);
  io.err("");
  if (isStarted) io.err(`Next: ${FIRST_CALL} has a first call; \`${scriptCall(manager, "typecheck")}\` checks it.`);
  else if (client?.package === undefined) io.err("Next, a first call, from a file of this package:");
  else io.err(`Next, a first call, from a package that has ${client.package} in its dependencies:`);
  if (!isStarted) {
    io.err("");
    for (const line of example) io.err(line === "" ? "" : `  ${line}`);
  }
  io.err("");
  io.err(
    `After an edit of ${document.origin}: \`${codegenCall(root, "generate")}\`; for the whole loop up to the release, \`${codegenCall(root, "api-update")}\`.`,
  );
}
