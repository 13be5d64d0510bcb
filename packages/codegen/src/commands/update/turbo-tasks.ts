import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { isJsonObject } from "@earmark/openapi";
import ts from "typescript";
import { textOf } from "../../workspace/files.ts";
import { installCall, packageManagerOf } from "../../workspace/package-manager.ts";
import { UsageError } from "../../workspace/usage-error.ts";
import { type Finished, runCommand } from "../run-command.ts";

/** Tasks of a workspace that has turbo. */
interface TurboTasks {
  /** Whether there is a task of that name, in any package. */
  knows(task: string): boolean;
  run(tasks: readonly string[], logs: "errors-only" | "full"): Promise<Finished>;
}

/**
 * Runs tasks by turbo: what has not changed is not done again, and a task that fails keeps only those from running that
 * need it, so that one run finds everything. Undefined in a workspace without turbo.
 */
export function turboTasks(root: string, signal: AbortSignal): TurboTasks | undefined {
  const file = ["turbo.json", "turbo.jsonc"].map((name) => join(root, name)).find((path) => existsSync(path));
  if (file === undefined) return undefined;
  const known = tasksOf(file);
  const options = ["--log-prefix=task", "--log-order=grouped", "--continue=dependencies-successful", "--ui=stream"];
  const env = {
    ...process.env,
    PATH: [join(root, "node_modules/.bin"), process.env.PATH].join(delimiter),
    NO_COLOR: "1",
    // Tasks that run side by side must not each try to install.
    pnpm_config_verify_deps_before_run: "false",
  };
  return {
    knows: (task) => known.has(task),
    async run(tasks, logs) {
      const command = ["turbo", "run", ...tasks, ...options, `--output-logs=${logs}`] as const;
      const finished = await runCommand(command, { cwd: root, env, show: false, signal });
      if (finished !== undefined) return finished;
      const advice = `run \`${installCall(packageManagerOf(root))}\``;
      throw new UsageError(`turbo is not installed in ${root}, but ${file} names tasks for it; ${advice}`);
    },
  };
}

/** `test` of `test`, `@acme/orders#test` and `//#test`. */
function tasksOf(file: string): ReadonlySet<string> {
  const config: unknown = ts.parseConfigFileTextToJson(file, textOf(file) ?? "").config;
  // Before version 2, they were a pipeline.
  const tasks = isJsonObject(config) ? (config.tasks ?? config.pipeline) : undefined;
  return new Set(Object.keys(isJsonObject(tasks) ? tasks : {}).map((name) => name.replace(/^.*#/, "")));
}
