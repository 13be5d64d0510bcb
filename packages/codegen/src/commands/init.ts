import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { counted, DocumentError, formatDiagnostics, visible } from "@earmark/openapi";
import { type Generated, generateOutputs } from "../generate.ts";
import { adopt } from "../workspace/adoption.ts";
import type { Config } from "../workspace/config.ts";
import { presentDocuments } from "../workspace/documents.ts";
import { Edits } from "../workspace/edits.ts";
import { FIRST_CALL, FIRST_DOCUMENT, FIRST_NAME, startPackage } from "../workspace/first-package.ts";
import { lintDocuments } from "../workspace/lint-documents.ts";
import { CONFIG_FILE, configText, isScope, loadConfig } from "../workspace/load-config.ts";
import { downloadCall, packageManagerOf } from "../workspace/package-manager.ts";
import { type PlacedDocument, placeDocument, pulled, type Surroundings } from "../workspace/place-document.ts";
import { isPublished } from "../workspace/published-document.ts";
import { requireScope, scaffold } from "../workspace/scaffold.ts";
import { type NewContent, replaceFiles } from "../workspace/staged-file.ts";
import { requireFreePlaces } from "../workspace/taken-places.ts";
import { findDrift, writeTarget } from "../workspace/target.ts";
import { UsageError } from "../workspace/usage-error.ts";
import { findWorkspace } from "../workspace/workspace.ts";
import { reportNotes } from "./generate.ts";
import type { ExitCode, Io } from "./io.ts";
import { firstCall, nextSteps } from "./next-steps.ts";
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
  if (flags.scope !== undefined && !isScope(flags.scope))
    throw new UsageError(`--scope: expected a scope such as @acme, received ${JSON.stringify(flags.scope)}`);
  const scratch = await mkdtemp(join(tmpdir(), "codegen-"));
  try {
    const root = await findWorkspace(io.cwd).catch(() => undefined);
    if (root !== undefined) return await initIn(root, flags, io, install, { env, scratch });
    return await initEmpty(flags, io, install, { env, scratch });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Starts a package first: what is generated depends on the one around it. Where the rest fails, it is taken away. */
async function initEmpty(flags: InitFlags, io: Io, install: Install, surroundings: Surroundings): Promise<ExitCode> {
  const root = flags.dryRun ? join(surroundings.scratch, "root") : io.cwd;
  const edits = new Edits(root);
  startPackage(io.cwd, edits, surroundings.env.npm_config_user_agent);
  const started = edits.changed();
  await replaceFiles(started);
  try {
    const code = await initIn(root, flags, io, install, surroundings, started);
    if (code !== 0 && code !== 1) await removeAll(started);
    return code;
  } catch (error) {
    await removeAll(started);
    throw error;
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
  surroundings: Surroundings,
  started: readonly NewContent[] = [],
): Promise<ExitCode> {
  const { config: present, file: configFile } = await loadConfig(root);
  const config: Config = { ...present, ...(flags.scope !== undefined && { scope: flags.scope }) };
  const placed = await documentsFor(flags, io.cwd, root, config, surroundings);
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
    const one = await generateOutputs(document, readFrom);
    await requireFreePlaces(root, document, one.targets);
    generated.push(one);
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
    documents.map((document, index) => scaffold(root, document, generated[index] as Generated, edits)),
  ); // of the same length
  const [first, model] = [documents[0], generated[0]?.model];
  const example = first === undefined || model === undefined ? [] : firstCall(first, model);
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
  io.err(written.length === 0 ? "nothing to do: all of it is in place" : writtenText(written.length));
  for (const line of advice) io.err(`By hand: ${line}.`);
  const steps = first === undefined ? [] : await nextSteps(root, first, started.length > 0 ? FIRST_CALL : example);
  for (const line of steps) io.err(line);
  return 0;
}

function writtenText(count: number): string {
  return `${counted(count, "file")} written. Commit ${count === 1 ? "it" : "them"}.`;
}

/** The documents of a workspace: that of the call, else those that are there, else one to begin with. */
async function documentsFor(
  { spec, name }: InitFlags,
  cwd: string,
  root: string,
  config: Config,
  surroundings: Surroundings,
): Promise<readonly PlacedDocument[]> {
  if (spec !== undefined) return [await placeDocument({ spec, name }, cwd, root, config, surroundings)];
  const placed: PlacedDocument[] = [];
  for (const document of await presentDocuments(root, config)) {
    const { path } = document;
    if (isPublished(document) && !existsSync(path)) placed.push(await pulled(document, root, config, surroundings));
    else placed.push({ document, readFrom: path, files: [], settings: undefined });
  }
  if (placed.length > 0) return placed;
  const file = join(surroundings.scratch, `${name ?? FIRST_NAME}.yaml`);
  await replaceFiles([{ path: file, content: FIRST_DOCUMENT }]);
  return [await placeDocument({ spec: file, name }, cwd, root, config, surroundings)];
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
