import { spawn } from "node:child_process";

/** What a command left behind: its exit code, and what it said on both streams. */
export interface Finished {
  readonly code: number;
  readonly said: string;
}

/**
 * Runs a command and waits for it; undefined when there is no such command.
 *
 * @param show Whether what it says is passed on as talk while it runs. Otherwise it is collected.
 */
export function runCommand(
  [command, ...args]: readonly [string, ...string[]],
  { cwd, env, show }: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv; readonly show: boolean },
): Promise<Finished | undefined> {
  return new Promise((settle) => {
    const stdio = show ? process.stderr : "pipe";
    const child = spawn(command, args, { cwd, stdio: ["ignore", stdio, stdio], ...(env === undefined ? {} : { env }) });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        said += text;
      });
    }
    child.on("error", () => settle(undefined));
    child.on("close", (code) => settle({ code: code ?? 1, said }));
  });
}
