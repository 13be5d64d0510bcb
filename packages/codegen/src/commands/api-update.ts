import { join } from "node:path";
import { startOf } from "../release/changeset/start.ts";
import { summariser } from "../release/changeset/summary.ts";
import { type CompileUsage, usageCompiler } from "../release/usage/compile-usage.ts";
import { workspaceDocuments } from "../workspace/documents.ts";
import { codegenCall } from "../workspace/package-manager.ts";
import { findWorkspace } from "../workspace/workspace.ts";
import { changeset } from "./changeset.ts";
import type { ExitCode, Io } from "./io.ts";
import { updateSteps } from "./update/steps.ts";
import { type RunTasks, workspaceTasks } from "./update/workspace-tasks.ts";

const LEFT =
  "Done but for the contract of what is named above: write it, or commit and do so next. For the pull request:";

/**
 * `codegen api-update`: everything that an edit of `openapi/` asks for, in order, up to the first thing that a person
 * must decide; then a summary for a pull request. Safe to run again, after that or without.
 *
 * @param tasksOf Builds and tests a workspace; tests of this command replace it.
 * @param compile Compiles old code; tests share one, since most of its time goes into the first use.
 * @param env `GITHUB_BASE_REF` names the branch that this one is merged into.
 */
export async function apiUpdate(
  { base }: { readonly base?: string },
  io: Io,
  tasksOf: (root: string, signal: AbortSignal) => RunTasks = workspaceTasks,
  compile: CompileUsage = usageCompiler(),
  env: NodeJS.ProcessEnv = process.env,
): Promise<ExitCode> {
  const root = await findWorkspace(io.cwd);
  const documents = await workspaceDocuments(root);
  const again = `run \`${codegenCall(root, "api-update")}\` again`;
  const signal = io.interrupted();
  const start = await startOf(base, root, io.cwd, documents, env);
  const summarise = summariser(root, documents, start, compile);
  const flags = { check: false, format: "text" as const, ...(base !== undefined && { base }) };
  const writeChangeset = (quiet: Io): Promise<ExitCode> => changeset(flags, quiet, compile, env);
  const left: string[] = [];
  if (start.note !== undefined) io.err(start.note);
  const steps = updateSteps(root, documents, io, tasksOf(root, signal), summarise, writeChangeset);
  for (const [name, run] of Object.entries(steps)) {
    const label = name.padEnd(9);
    const { said, details, advice, ...outcome } = await whileShown(io, label, run);
    if (signal.aborted) {
      io.err(`${label}  interrupted; ${again}, and it goes on from what is done`);
      return 130;
    }
    io.err(`${label}  ${advice === undefined ? "" : "stopped: "}${said}`);
    for (const line of details.flatMap((detail) => detail.split("\n")))
      io.err(`           ${line.replaceAll(join(root, "/"), "")}`);
    left.push(...outcome.left);
    if (advice !== undefined) {
      io.err(`${advice}, and ${again}; finished steps are skipped.`);
      return 1;
    }
  }
  const { markdown } = await summarise();
  io.err(left.length === 0 ? "All of it is done: commit it. For the pull request:" : LEFT);
  io.err("");
  for (const line of markdown) io.out(line);
  return 0;
}

/** Shows that something is under way, and for how long, for as long as it takes, on a terminal only. */
async function whileShown<Result>(io: Io, label: string, run: () => Promise<Result>): Promise<Result> {
  const { progress } = io;
  if (progress === undefined) return run();
  const start = performance.now();
  const show = (): void => progress(`${label}  … ${Math.round((performance.now() - start) / 1_000)} s`);
  show();
  const timer = setInterval(show, 1_000);
  try {
    return await run();
  } finally {
    clearInterval(timer);
  }
}
