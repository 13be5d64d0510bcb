import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { WORKSPACE } from "./packages.ts";

/** The output and the exit code of a command. */
export interface Finished {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command to its end. A failure is an exit code, not an error. */
export function attempt(
  [command, ...args]: readonly [string, ...string[]],
  { cwd, env }: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): Promise<Finished> {
  return new Promise((settle, fail) => {
    const child = spawn(command, args, {
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
      ...(env === undefined ? {} : { env }),
    });
    const output = { out: "", err: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output.out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      output.err += text;
    });
    child.on("error", fail);
    child.on("close", (code) => settle({ code: code ?? 1, ...output }));
  });
}

/** Runs a command, and returns its stdout. @throws {Error} with the whole output when it fails. */
export async function run(
  command: readonly [string, ...string[]],
  options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): Promise<string> {
  const { code, out, err } = await attempt(command, options);
  if (code !== 0) throw new Error(`${command.join(" ")} exited with ${code} in ${options.cwd}\n${out}${err}`);
  return out;
}

/** Runs pnpm, which scripts have on their path and editors may not. */
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
