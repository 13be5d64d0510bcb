import { cpSync, existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { run } from "./workspace/run.ts";
import { WORKSPACE } from "./workspace/workspace-root.ts";

/** The workspace as it is, uncommitted files included, as the one commit of a repository of its own. */
export async function copyWorkspace(folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  const listed = await run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: WORKSPACE,
    env,
  });
  for (const file of listed.split("\0").filter((name) => name !== "" && existsSync(join(WORKSPACE, name)))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(WORKSPACE, file), join(folder, file));
  }
  for (const args of [
    ["init", "--quiet", "--initial-branch=main"],
    ["add", "--all"],
    ["commit", "--quiet", "--message=The workspace"],
  ]) {
    await run(["git", ...args], { cwd: folder, env });
  }
}
