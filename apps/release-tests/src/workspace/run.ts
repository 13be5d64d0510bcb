import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { WORKSPACE } from "./packages.ts";

/** What a command said, and its exit code. */
export interface Finished {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command and waits for it, whatever its exit code. */
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
    const said = { out: "", err: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said.out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said.err += text;
    });
    child.on("error", fail);
    child.on("close", (code) => settle({ code: code ?? 1, ...said }));
  });
}

/** What a command said, once it has succeeded. */
export async function run(
  command: readonly [string, ...string[]],
  options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): Promise<string> {
  const { code, out, err } = await attempt(command, options);
  if (code !== 0) throw new Error(`${command.join(" ")} exited with ${code} in ${options.cwd}\n${out}${err}`);
  return out;
}

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
