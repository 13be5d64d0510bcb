import { join } from "node:path";
import { isJsonObject } from "@earmark/openapi";
import { packageJsonOf } from "../../workspace/files.ts";
import { packageManagerOf, scriptCalls } from "../../workspace/package-manager.ts";
import { packageFolders } from "../../workspace/packages.ts";
import { UsageError } from "../../workspace/usage-error.ts";
import { type Finished, runFirst } from "../run-command.ts";
import { formatFailed, formatTask } from "./failed-tasks.ts";
import { turboTasks } from "./turbo-tasks.ts";

/** What tasks left behind, and which of them a workspace does not have. */
export interface TasksRun extends Finished {
  readonly skipped: readonly string[];
}

/** Runs tasks of a workspace in all of its packages. With `full` logs, it collects what tasks say that succeed, too. */
export type RunTasks = (tasks: readonly string[], logs?: "errors-only" | "full") => Promise<TasksRun>;

/**
 * Runs tasks by the scripts that a workspace has of these names: by turbo where its `turbo.json` knows the task, else with
 * the workspace's own package manager.
 */
export function workspaceTasks(root: string, signal: AbortSignal): RunTasks {
  const turbo = turboTasks(root, signal);
  return async (tasks, logs = "errors-only") => {
    const owners = await scriptOwners(root);
    const present = tasks.filter((task) => owners.some(({ scripts }) => scripts.has(task)));
    const byTurbo = present.filter((task) => turbo?.knows(task));
    const others = present.filter((task) => !byTurbo.includes(task));
    const runs = [
      ...(turbo !== undefined && byTurbo.length > 0 ? [await turbo.run(byTurbo, logs)] : []),
      ...(others.length > 0 ? [await runScripts(root, owners, others, signal)] : []),
    ];
    return {
      code: runs.find(({ code }) => code !== 0)?.code ?? 0,
      said: runs.map(({ said }) => said).join("\n"),
      skipped: tasks.filter((task) => !present.includes(task)),
    };
  };
}

/** A package, and the scripts that its manifest has. */
interface ScriptOwner {
  /** As turbo names it: `//` is the workspace itself. */
  readonly name: string;
  readonly folder: string;
  readonly scripts: ReadonlySet<string>;
  /** Names of all that it is built or installed with. */
  readonly dependencies: readonly string[];
}

/** The packages of a workspace, that of the root first, each of the others behind those that it depends on. */
async function scriptOwners(root: string): Promise<readonly ScriptOwner[]> {
  const folders = await packageFolders(root);
  const left = folders.filter((folder) => folder !== ".").map((folder) => scriptOwner(root, folder));
  const sorted = [scriptOwner(root, ".")];
  while (left.length > 0) {
    const isFree = ({ dependencies }: ScriptOwner): boolean => !left.some(({ name }) => dependencies.includes(name));
    // Of a cycle, any may be first.
    const next = Math.max(0, left.findIndex(isFree));
    sorted.push(...left.splice(next, 1));
  }
  return sorted;
}

function scriptOwner(root: string, folder: string): ScriptOwner {
  const manifest = packageJsonOf(join(root, folder));
  const scripts = Object.entries(isJsonObject(manifest.scripts) ? manifest.scripts : {});
  return {
    name: folder === "." ? "//" : typeof manifest.name === "string" ? manifest.name : folder,
    folder,
    // `npm init` writes a script `test` that only says that there is none, and fails.
    scripts: new Set(scripts.flatMap(([name, text]) => (/Error: no test specified/.test(String(text)) ? [] : name))),
    dependencies: ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"].flatMap((key) =>
      Object.keys(manifest[key] ?? {}),
    ),
  };
}

/**
 * Runs scripts one after the other, so that one run finds everything. A script of the root stands for all packages; what
 * depends on a package where a script has failed is left out.
 */
async function runScripts(
  root: string,
  owners: readonly ScriptOwner[],
  tasks: readonly string[],
  signal: AbortSignal,
): Promise<Finished> {
  const failed: string[] = [];
  let said = "";
  for (const task of tasks) {
    const having = owners.filter(({ scripts }) => scripts.has(task));
    const broken = new Set<string>();
    for (const { name, folder, dependencies } of having[0]?.folder === "." ? having.slice(0, 1) : having) {
      if (signal.aborted) break;
      if (dependencies.some((dependency) => broken.has(dependency))) continue;
      const finished = await runScript(root, folder, task, signal);
      said += formatTask(name, task, finished.said);
      if (finished.code === 0) continue;
      failed.push(`${name}#${task}`);
      broken.add(name);
    }
  }
  return { code: failed.length === 0 ? 0 : 1, said: said + formatFailed(failed) };
}

async function runScript(root: string, folder: string, script: string, signal: AbortSignal): Promise<Finished> {
  const manager = packageManagerOf(root);
  const cwd = join(root, folder);
  const env = { ...process.env, NO_COLOR: "1" };
  const finished = await runFirst(scriptCalls(root, manager, script), manager, { cwd, env, show: false, signal });
  if (finished === undefined) throw new UsageError(`there is no ${manager.name} to run \`${script}\` with; install it`);
  return finished;
}
