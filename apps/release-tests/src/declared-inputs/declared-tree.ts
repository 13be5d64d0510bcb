import { cpSync, existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { borrowModules } from "../workspace/borrow-modules.ts";
import { run } from "../workspace/run.ts";
import { WORKSPACE } from "../workspace/workspace-root.ts";
import { builtBefore, type Plan, type PlannedTask } from "./plan.ts";

/**
 * Makes a folder a workspace that has nothing but what a task says that it reads: its inputs, what tasks before it have
 * built, and what is installed. It is a repository, as every workspace is.
 */
export async function plantDeclared(folder: string, plan: Plan, task: PlannedTask): Promise<void> {
  const own = Object.keys(task.inputs).map((path) => join(task.directory, path));
  const built = builtBefore(plan, task).map((directory) => join(directory, "dist"));
  for (const path of [...plan.globalFiles, ...own, ...built]) {
    // A package without a build has no dist, and the working tree may have lost a file that is still tracked.
    if (!existsSync(join(WORKSPACE, path))) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(WORKSPACE, path), join(folder, path), { recursive: true });
  }
  borrowModules(folder);
  const identity = ["-c", "user.name=inputs", "-c", "user.email=inputs@example.org"];
  await run(["git", "init", "--quiet"], { cwd: folder });
  await run(["git", "add", "--all", "--", ":!*node_modules"], { cwd: folder });
  await run(["git", ...identity, "commit", "--quiet", "--allow-empty", "--message=Declared"], { cwd: folder });
}
