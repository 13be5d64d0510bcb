import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { linkModules } from "../workspace/link-modules.ts";
import { WORKSPACE } from "../workspace/packages.ts";
import { attempt, run } from "../workspace/run.ts";
import { builtBefore, type Plan, type PlannedTask, planOf } from "./plan.ts";

// Runs every task of `pnpm test` in a workspace that has only its declared inputs: after a change of any other file that
// a task reads, turbo would show an old result. With arguments, such as `@earmark/http#test`, only those tasks.
const { scripts } = JSON.parse(readFileSync(join(WORKSPACE, "package.json"), "utf8")) as {
  scripts: { readonly test: string };
};
const plan = await planOf(scripts.test.replace(/^turbo run /, "").split(" "));
const asked = process.argv.slice(2);
const tasks = plan.tasks.filter(({ command }) => command !== "<NONEXISTENT>");
const unknown = asked.filter((name) => !tasks.some(({ taskId }) => taskId === name));
if (unknown.length > 0)
  throw new Error(`${unknown.join(", ")}: there is ${tasks.map(({ taskId }) => taskId).join(", ")}`);

let failures = 0;
for (const task of tasks.filter(({ taskId }) => asked.length === 0 || asked.includes(taskId))) {
  const { code, output } = await tryAlone(plan, task);
  process.stdout.write(`${code === 0 ? "passes" : "FAILS "}  ${task.taskId}\n`);
  if (code === 0) continue;
  failures++;
  process.stderr.write(`${output.trimEnd().split("\n").slice(-40).join("\n")}\n`);
}
if (failures > 0) {
  process.stderr.write(`${failures} of ${tasks.length} tasks read what turbo.json does not declare as their inputs\n`);
  process.exitCode = 1;
}

async function tryAlone(all: Plan, task: PlannedTask): Promise<{ readonly code: number; readonly output: string }> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "declared-")));
  try {
    await copyDeclared(folder, all, task);
    const cwd = join(folder, task.directory);
    mkdirSync(cwd, { recursive: true });
    const bins = [cwd, folder].map((each) => join(each, "node_modules/.bin"));
    // As turbo's strict mode: a variable that is not declared is not there.
    const { HOME, TMPDIR, PATH = "" } = process.env;
    const env = {
      PATH: [...bins, PATH].join(delimiter),
      NO_COLOR: "1",
      CI: "1",
      ...(HOME === undefined ? {} : { HOME }),
      ...(TMPDIR === undefined ? {} : { TMPDIR }),
    };
    const { code, out, err } = await attempt(["sh", "-c", task.command], { cwd, env });
    return { code, output: out + err };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Makes a workspace of the declared inputs of a task, the builds that it depends on, and what is installed. It is a
 * repository, as every workspace is.
 */
async function copyDeclared(folder: string, plan: Plan, task: PlannedTask): Promise<void> {
  const own = Object.keys(task.inputs).map((path) => join(task.directory, path));
  const built = builtBefore(plan, task).map((directory) => join(directory, "dist"));
  for (const path of [...plan.globalFiles, ...own, ...built]) {
    // A package without a build has no dist, and the working tree may have lost a file that is still tracked.
    if (!existsSync(join(WORKSPACE, path))) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(WORKSPACE, path), join(folder, path), { recursive: true });
  }
  linkModules(folder);
  const identity = ["-c", "user.name=inputs", "-c", "user.email=inputs@example.org"];
  await run(["git", "init", "--quiet"], { cwd: folder });
  await run(["git", "add", "--all", "--", ":!*node_modules"], { cwd: folder });
  await run(["git", ...identity, "commit", "--quiet", "--allow-empty", "--message=Declared"], { cwd: folder });
}
