import { basename, resolve, sep } from "node:path";
import { counted, formatDiagnostics } from "@earmark/openapi";
import type { Summarise } from "../../release/changeset/summary.ts";
import { usesChangesets } from "../../release/pending-changesets.ts";
import type { WorkspaceDocument } from "../../workspace/documents.ts";
import { pathBetween } from "../../workspace/files.ts";
import { lintDocuments } from "../../workspace/lint-documents.ts";
import { workspacePackages } from "../../workspace/packages.ts";
import { generate } from "../generate.ts";
import type { ExitCode, Io } from "../io.ts";
import { failuresIn } from "./failed-tasks.ts";
import type { RunTasks } from "./workspace-tasks.ts";

/** Everything that an edit of `openapi/` asks for, in order. Each step brings about a state, and none adds to it. */
export function updateSteps(
  root: string,
  documents: readonly WorkspaceDocument[],
  io: Io,
  runTasks: RunTasks,
  summarise: Summarise,
  writeChangeset: (io: Io) => Promise<ExitCode>,
): Readonly<Record<string, () => Promise<Outcome>>> {
  const tasks = (step: TaskStep) => () => runStep(step, root, runTasks);
  return {
    lint: async () => {
      const { errors, lines } = await lintAll(documents);
      if (errors === 0) return done(`${counted(documents.length, "document")}, no errors`, lines);
      return stopped(`the documents have ${counted(errors, "error")}`, lines, CORRECT_DOCUMENTS);
    },
    diff: async () => {
      const { headline, notes } = await summarise();
      return done(headline, notes);
    },
    generate: () => generateAll(root, documents, io),
    build: tasks(BUILD),
    texts: tasks(TEXTS),
    test: tasks(TEST),
    contract: tasks(CONTRACT),
    changeset: async () => {
      const { code, out, err } = await quietly(io, writeChangeset);
      if (code === 0 && !usesChangesets(root)) return done("skipped", err);
      if (code === 0) return done(out.length === 0 ? "up to date" : out.join(", "), err);
      return stopped("no changeset can be written", [...out, ...err], "Correct what it names");
    },
  };
}

const CORRECT_DOCUMENTS = "Correct the documents at these places";

async function generateAll(root: string, documents: readonly WorkspaceDocument[], io: Io): Promise<Outcome> {
  const { code, out, err } = await quietly(io, (quiet) => generate({ check: false, failOnSkipped: false }, quiet));
  if (code !== 0) return stopped("nothing can be generated", [...out, ...err], CORRECT_DOCUMENTS);
  const written = out.map((file) => resolve(io.cwd, file));
  const outputs = documents
    .flatMap((document) => document.outputs)
    .filter(({ folder }) => written.some((path) => path.startsWith(`${folder}${sep}`)));
  const names = outputs.map((output) =>
    output.package === undefined ? pathBetween(root, output.folder) : basename(output.owner),
  );
  return done(
    out.length === 0 ? "up to date" : `${counted(out.length, "file")} written: ${names.sort().join(", ")}`,
    err.slice(0, -1),
  );
}

/** A step of tasks that the workspace has scripts for. */
interface TaskStep {
  readonly tasks: readonly string[];
  /** What a failure means. */
  readonly failure: string;
  /** What a person does about it. */
  readonly advice: string;
  /** What their output says where they succeed, and what is left to do; without it, that they passed. */
  readonly read?: (printed: string) => { readonly said?: string; readonly left?: readonly string[] };
}

const BUILD: TaskStep = {
  tasks: ["build", "typecheck"],
  failure: "hand-written code does not fit what was generated",
  advice: "Make the code do what the API does now, at these places, or take back the edit that it cannot follow",
};

const TEXTS: TaskStep = {
  tasks: ["derive"],
  failure: "texts that follow from the documents cannot be written",
  advice: "Correct the code at these places",
  read: (printed) => ({ said: derived(printed) }),
};

const TEST: TaskStep = {
  tasks: ["lint", "knip", "test"],
  failure: "hand-written tests or code expect something else",
  advice: "Where such a test is right, correct the code; where it pins what you meant to change, correct the test",
};

const CONTRACT: TaskStep = {
  tasks: ["contract", "mutation"],
  failure: "document, client and servers do not agree",
  advice: "Correct the one that is wrong",
  read: (printed) => ({ left: withoutContract(printed) }),
};

async function runStep({ tasks, failure, advice, read }: TaskStep, root: string, runTasks: RunTasks): Promise<Outcome> {
  // Tasks that succeed print nothing where it is not read.
  const finished = await runTasks(tasks, read === undefined ? "errors-only" : "full");
  if (finished.code !== 0) {
    const folders = new Map((await workspacePackages(root)).map(({ name, folder }) => [name, folder]));
    const { lines, timedOut } = failuresIn(finished.said, root, folders);
    return timedOut ? stopped(RAN_OUT_OF_TIME, lines, MORE_TIME) : stopped(failure, lines, advice);
  }
  const { said = "passed", left = [] } = read?.(finished.said) ?? {};
  return done(ranText(said, tasks, finished.skipped), left, left);
}

/** What became of tasks that the workspace may not have. */
function ranText(said: string, tasks: readonly string[], skipped: readonly string[]): string {
  if (skipped.length === 0) return said;
  const missing = `no script ${skipped.join(" or ")}`;
  return skipped.length === tasks.length ? `skipped: ${missing}` : `${said}; ${missing}`;
}

/** Documents that no contract is about, and what to do, by what the contract tests say of themselves. */
function withoutContract(said: string): readonly string[] {
  return [...said.matchAll(/^\S+?:contract: +(\S+ is in no contract: .*)$/gm)].map(([, line = ""]) => line.trimEnd());
}

const RAN_OUT_OF_TIME = "ran out of time; nothing else is known to be wrong";
const MORE_TIME = "Look for what does not end at these places, or leave the machine more time";

/** Which packages have texts that were written anew, by what Vitest says of snapshots. */
function derived(said: string): string {
  const written = [...said.matchAll(/^(\S+?):derive:\s+Snapshots\s+(\d+) (?:updated|written)/gm)];
  if (written.length === 0) return "up to date";
  const count = written.reduce((sum, [, , number]) => sum + Number(number), 0);
  const owners = [...new Set(written.map(([, owner]) => owner))].sort();
  return `${counted(count, "text")} written in ${owners.join(", ")}; read them before you commit`;
}

/** Runs a command of this program, and collects what it says. */
async function quietly(io: Io, command: (io: Io) => Promise<ExitCode>) {
  const out: string[] = [];
  const err: string[] = [];
  const quiet: Io = { ...io, out: (line) => void out.push(line), err: (line) => void err.push(line) };
  return { code: await command(quiet), out, err };
}

/** How a step ended: one line if all is well, or what is left for a person. */
interface Outcome {
  readonly said: string;
  readonly details: readonly string[];
  /** What is not done, which nothing else waits for. */
  readonly left: readonly string[];
  /** What a person has to do before the next step; undefined where the step is done. */
  readonly advice: string | undefined;
}

function done(said: string, details: readonly string[] = [], left: readonly string[] = []): Outcome {
  return { said, details, left, advice: undefined };
}

function stopped(said: string, details: readonly string[], advice: string): Outcome {
  return { said, details, left: [], advice };
}

/**
 * What is wrong with documents: warnings only where there is nothing worse. Where one cannot be read, others that refer to
 * it are not blamed.
 */
async function lintAll(documents: readonly WorkspaceDocument[]) {
  const { documents: linted, unused } = await lintDocuments(
    documents.map(({ path }) => path),
    "generated",
  );
  const found = [...linted.flatMap(({ diagnostics }) => diagnostics), ...unused];
  // A file is read again for each document that refers to it.
  const unreadable = [
    ...new Map(
      found
        .filter(({ rule }) => rule === UNREADABLE)
        .map((one) => [`${one.file}:${one.line}:${one.column}`, one] as const),
    ).values(),
  ];
  const errors = unreadable.length > 0 ? unreadable : found.filter(({ severity }) => severity === "error");
  return { errors: errors.length, lines: formatDiagnostics(errors.length > 0 ? errors : found) };
}

/** The rule of files that are not YAML; all else that is said of them, and of what refers to them, follows from that. */
const UNREADABLE = "syntax";
