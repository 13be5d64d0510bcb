import { delimiter, join } from "node:path";
import { UsageError } from "../../workspace.ts";
import { type Finished, runCommand } from "../run-command.ts";

/** Runs tasks of a workspace in all of its packages. With `full` logs, it collects what tasks say that succeed, too. */
export type RunTasks = (tasks: readonly string[], logs?: "errors-only" | "full") => Promise<Finished>;

/**
 * Runs tasks by turbo: what has not changed is not done again, and a task that fails keeps only those from running that
 * need it, so that one run finds everything.
 */
export function turboTasks(root: string, signal: AbortSignal): RunTasks {
  const options = ["--log-prefix=task", "--log-order=grouped", "--continue=dependencies-successful", "--ui=stream"];
  const env = {
    ...process.env,
    PATH: [join(root, "node_modules/.bin"), process.env.PATH].join(delimiter),
    NO_COLOR: "1",
    // Tasks that run side by side must not each try to install.
    pnpm_config_verify_deps_before_run: "false",
  };
  return async (tasks, logs = "errors-only") => {
    const command = ["turbo", "run", ...tasks, ...options, `--output-logs=${logs}`] as const;
    const finished = await runCommand(command, { cwd: root, env, show: false, signal });
    if (finished === undefined) throw new UsageError(`turbo is not installed in ${root}; run \`pnpm install\``);
    return finished;
  };
}
