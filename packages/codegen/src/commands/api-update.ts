import { relative } from "node:path";
import { findWorkspace, UsageError, workspaceDocuments } from "../workspace.ts";
import { changeset } from "./changeset.ts";
import { generate } from "./generate.ts";
import type { ExitCode, Io } from "./io.ts";
import { lint } from "./lint.ts";
import { runCommand } from "./run-command.ts";
import { summarise } from "./update-summary.ts";

/** What a step came to: one line if all is well, or what is left for a person. */
type Outcome = { readonly done: string } | { readonly stopped: readonly string[]; readonly advice: string };

interface Step {
  readonly name: string;
  run(): Promise<Outcome>;
}

/** Runs tasks of the workspace by name, and collects what they say. */
export type RunTasks = (root: string, tasks: readonly string[]) => Promise<{ code: number; said: string } | undefined>;

/**
 * `codegen api-update`: everything that an edit of `openapi/` asks for, in order, up to the first thing that a person
 * must decide. Safe to run again, after that or without: each step brings about a state, and none adds to it.
 *
 * @param runTasks Builds and tests; tests of this command replace it.
 */
export async function apiUpdate(io: Io, runTasks: RunTasks = runTurbo): Promise<ExitCode> {
  const root = await findWorkspace(io.cwd);
  const documents = await workspaceDocuments(root);
  const files = documents.map(({ path }) => relative(io.cwd, path));
  const tasks = (name: string, names: readonly string[], advice: string): Step => ({
    name,
    run: async () => {
      const finished = await runTasks(root, names);
      if (finished === undefined) throw new UsageError(`turbo is not installed in ${root}; run \`pnpm install\``);
      return finished.code === 0 ? { done: "passed" } : { stopped: relevant(finished.said), advice };
    },
  });
  const steps: readonly Step[] = [
    command("lint", io, (quiet) => lint(files, quiet), "Correct the documents at these places"),
    {
      name: "diff",
      run: async () => ({ done: (await summarise(root, documents)).headline }),
    },
    command("generate", io, (quiet) => generate({ check: false }, quiet), "Correct the documents at these places"),
    tasks(
      "build",
      ["build", "typecheck"],
      "Code that is written by hand does not fit what was generated: adapt it where the errors are, or the document",
    ),
    tasks(
      "test",
      ["lint", "knip", "test"],
      "Adapt the code, or the test where it says what is no longer wanted; a help text that follows the document is " +
        "brought up to date by `pnpm --filter PACKAGE exec vitest run -u`",
    ),
    tasks(
      "contract",
      ["contract"],
      "The sandbox, the client and Prism disagree about the document: see apps/contract-tests/README.md, Read a failure",
    ),
    command("changeset", io, (quiet) => changeset({ check: false }, quiet), "Correct the changeset that it names"),
  ];
  for (const { name, run } of steps) {
    const outcome = await run();
    if ("done" in outcome) {
      io.err(`${name.padEnd(9)}  ${outcome.done}`);
      continue;
    }
    io.err(`${name.padEnd(9)}  stopped`);
    for (const line of outcome.stopped) io.err(`  ${line}`);
    io.err(`${outcome.advice}, and run this again; what came before stays done.`);
    return 1;
  }
  io.err("");
  for (const line of (await summarise(root, documents)).markdown) io.out(line);
  return 0;
}

/** A command of this program as a step: its last remark if it succeeds, all that it says if not. */
function command(name: string, io: Io, run: (io: Io) => Promise<ExitCode>, advice: string): Step {
  return {
    name,
    run: async () => {
      const out: string[] = [];
      const err: string[] = [];
      const code = await run({ ...io, out: (line) => out.push(line), err: (line) => err.push(line) });
      if (code !== 0) return { stopped: [...out, ...err], advice };
      return { done: out.length > 0 && name === "changeset" ? out.join(", ") : (err.at(-1) ?? "done") };
    },
  };
}

const LONGEST = 60;

/** What turbo and the tools around it say besides what is wrong is no help. */
function relevant(said: string): readonly string[] {
  const lines = said
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours of the terminal are what is taken out.
    .replaceAll(/\u001b\[[0-9;]*m/g, "")
    .split("\n")
    .map((line) => line.trimEnd())
    .filter(
      (line) => line !== "" && !/^(•|\s*(Tasks|Cached|Time|Failed):|.*(cache (hit|miss)|ELIFECYCLE)|\s*at )/.test(line),
    );
  const more = lines.length - LONGEST;
  return more > 0 ? [`… ${more} lines before these`, ...lines.slice(-LONGEST)] : lines;
}

const runTurbo: RunTasks = (root, tasks) =>
  runCommand(["turbo", "run", ...tasks, "--output-logs=errors-only", "--log-order=grouped", "--continue"], {
    cwd: root,
    env: { ...process.env, PATH: `${root}/node_modules/.bin:${process.env.PATH}`, NO_COLOR: "1" },
    show: false,
  });
