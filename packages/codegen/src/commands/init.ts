import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { counted, visible } from "@earmark/openapi";
import { Edits } from "../workspace/edits.ts";
import { startPackage } from "../workspace/first-package.ts";
import { isScope } from "../workspace/load-config.ts";
import { downloadCall, packageManagerOf } from "../workspace/package-manager.ts";
import type { Surroundings } from "../workspace/place-document.ts";
import { type NewContent, replaceFiles } from "../workspace/staged-file.ts";
import { writeTarget } from "../workspace/target.ts";
import { UsageError } from "../workspace/usage-error.ts";
import { findWorkspace } from "../workspace/workspace.ts";
import { type InitOptions, type Plan, planInit } from "./init-plan.ts";
import type { ExitCode, Io } from "./io.ts";
import { nextSteps } from "./next-steps.ts";
import { type Install, installPackages } from "./run-command.ts";

export interface InitFlags extends InitOptions {
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
    return await initIn(root, flags, io, install, surroundings, started);
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
  const plan = await planInit(root, started, flags, io.cwd, surroundings);
  if ("errors" in plan) {
    await removeAll(started);
    for (const line of plan.errors) io.err(line);
    io.err("nothing is written; correct the document at these places");
    return 1;
  }
  const { notes, changed } = plan;
  for (const note of notes) io.err(note);
  for (const path of changed) io.out(visible(path));
  if (!flags.dryRun) return carryOut(plan, root, io, install);
  io.err(
    `${counted(changed.length, "file")} would be written, and the packages installed; nothing is done with --dry-run`,
  );
  return 0;
}

async function carryOut(plan: Plan, root: string, io: Io, install: Install): Promise<ExitCode> {
  const { files, targets, changed, advice, first } = plan;
  await replaceFiles(files);
  for (const target of targets) await writeTarget(target);
  const isDone = changed.length === 0;
  const installed = await install(root, io, isDone ? "everything is in place" : "all files are written");
  if (installed !== 0) {
    const again = downloadCall(packageManagerOf(root), "@earmark/codegen init");
    io.err(`then run \`${again}\` again, which completes what is missing`);
    return installed;
  }
  io.err(isDone ? "nothing to do: all of it is in place" : writtenText(changed.length));
  for (const line of advice) io.err(`By hand: ${line}.`);
  const steps = first === undefined ? [] : await nextSteps(root, first.document, first.call);
  for (const line of steps) io.err(line);
  return 0;
}

function writtenText(count: number): string {
  return `${counted(count, "file")} written. Commit ${count === 1 ? "it" : "them"}.`;
}
