import { readFileSync } from "node:fs";
import { join } from "node:path";
import { attempt, type Finished } from "./run.ts";
import { WORKSPACE } from "./workspace-root.ts";

/** Runs pnpm. Whoever runs a test through a script has it on the path; an editor may not. */
export async function pnpm(
  args: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<Finished> {
  try {
    return await attempt(["pnpm", ...args], options);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    const { packageManager } = JSON.parse(readFileSync(join(WORKSPACE, "package.json"), "utf8")) as {
      packageManager: string;
    };
    return attempt(["npx", "-y", packageManager, ...args], options);
  }
}
