import type { ChildProcess } from "node:child_process";
import spawn from "cross-spawn";
import { installCall, installCalls, type PackageManager, packageManagerOf } from "../workspace/package-manager.ts";
import type { ExitCode, Io } from "./io.ts";

/** A command and its arguments. */
type Command = readonly [string, ...string[]];

/** What a command left behind: its exit code, and what it said on both streams. */
export interface Finished {
  readonly code: number;
  readonly said: string;
}

interface CommandOptions {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Whether what it says is passed on as talk while it runs. Otherwise it is collected. */
  readonly show: boolean;
  /** Ends the command, and all that it has started. */
  readonly signal?: AbortSignal;
}

/**
 * Runs a command and waits for it; undefined when there is no such command. On Windows, what npm and pnpm install are
 * scripts of its shell, which the shell has to run: `cross-spawn` finds them, and escapes their arguments.
 */
export function runCommand(
  [command, ...args]: Command,
  { cwd, env, show, signal }: CommandOptions,
): Promise<Finished | undefined> {
  return new Promise((settle) => {
    const stdio = show ? process.stderr : "pipe";
    const child = spawn(command, args, {
      cwd,
      stdio: ["ignore", stdio, stdio],
      ...(env === undefined ? {} : { env }),
      // A group of its own, so that all of it can be ended, whichever process is told to stop.
      detached: signal !== undefined && process.platform !== "win32",
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        said += text;
      });
    }
    const forget = signal === undefined ? () => {} : endWith(signal, child);
    child.on("error", () => {
      forget();
      settle(undefined);
    });
    child.on("close", (code) => {
      forget();
      settle({ code: code ?? 1, said });
    });
  });
}

/** Milliseconds that a command has to end by itself. */
const PATIENCE = 5_000;

/** Ends a command when the signal aborts: first as a terminal does, then for good. Returns how to leave it alone. */
function endWith(signal: AbortSignal, child: ChildProcess): () => void {
  let timer: NodeJS.Timeout | undefined;
  const end = (): void => {
    kill(child, "SIGINT");
    timer = setTimeout(() => kill(child, "SIGKILL"), PATIENCE);
  };
  if (signal.aborted) end();
  signal.addEventListener("abort", end, { once: true });
  return () => {
    signal.removeEventListener("abort", end);
    clearTimeout(timer);
  };
}

function kill({ pid }: ChildProcess, signal: "SIGINT" | "SIGKILL"): void {
  if (pid === undefined) return;
  try {
    if (process.platform !== "win32") process.kill(-pid, signal);
    // Windows has no signals: Ctrl+C reaches every process of a console by itself. What does not end then, is ended.
    else if (signal === "SIGKILL") spawn("taskkill", ["/pid", String(pid), "/t", "/f"], { stdio: "ignore" });
  } catch {
    // It has ended in the meantime.
  }
}

/** Brings a workspace's install up to date; {@link installPackages}, but in tests. */
export type Install = (
  root: string,
  io: Io,
  done: string,
  options?: { readonly lockfileOnly: boolean },
) => Promise<ExitCode>;

/**
 * Brings `node_modules` and the lock file of a workspace up to date with its manifests, with its own package manager.
 *
 * @param done What is done already, which is said when this does not work.
 */
export const installPackages: Install = async (root, io, done, { lockfileOnly } = { lockfileOnly: false }) => {
  const manager = packageManagerOf(root);
  const advice = `run \`${installCall(manager)}\``;
  const finished = await runFirst(installCalls(root, manager, lockfileOnly), manager, { cwd: root, show: true });
  if (finished?.code === 0) return 0;
  io.err(
    finished === undefined
      ? `${done}, but there is no ${manager.name} to install with; ${advice}`
      : `${done}, but \`${finished.command.join(" ")}\` failed; correct what it says, and ${advice}`,
  );
  return 1;
};

/** Runs the first of several calls of a package manager that there is on this machine; undefined where there is none. */
export async function runFirst(
  calls: readonly Command[],
  manager: PackageManager,
  options: CommandOptions,
): Promise<(Finished & { readonly command: Command }) | undefined> {
  for (const command of calls) {
    if (!(await isSameYarn(command, manager, options.cwd))) continue;
    const finished = await runCommand(command, options);
    if (finished !== undefined) return { ...finished, command };
  }
  return undefined;
}

/** Yarn 1 and later ones write other lock files, and a machine has one of them under the same name. */
async function isSameYarn([command]: readonly string[], { isClassic }: PackageManager, cwd: string): Promise<boolean> {
  if (command !== "yarn") return true;
  const finished = await runCommand(["yarn", "--version"], { cwd, show: false });
  return finished === undefined || /^[01]\./m.test(finished.said) === isClassic;
}
