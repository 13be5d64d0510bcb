import { join } from "node:path";
import { readText } from "../output/index.ts";
import { UsageError } from "../workspace.ts";
import type { ExitCode, Io } from "./io.ts";
import { runCommand } from "./run-command.ts";

/**
 * Brings `node_modules` and the lock file of a workspace up to date with its manifests, where a frozen install would
 * fail.
 *
 * @param done What is done already, which is said when this does not work.
 * @param flags More flags of `pnpm install`.
 */
export async function pnpmInstall(
  root: string,
  io: Io,
  done: string,
  flags: readonly string[] = [],
): Promise<ExitCode> {
  const { packageManager = "pnpm" } = JSON.parse((await readText(join(root, "package.json"))) ?? "{}") as {
    packageManager?: string;
  };
  // In CI, pnpm would take an install for a frozen one.
  const install = ["install", "--no-frozen-lockfile", ...flags] as const;
  for (const command of [
    ["pnpm", ...install],
    ["npx", "-y", packageManager, ...install],
  ] as const) {
    const finished = await runCommand(command, { cwd: root, show: true });
    if (finished === undefined) continue;
    if (finished.code === 0) return 0;
    io.err(`${done}, but pnpm install failed; run it again`);
    return 1;
  }
  throw new UsageError(`${done}, but there is no pnpm to install with; run pnpm install`);
}
