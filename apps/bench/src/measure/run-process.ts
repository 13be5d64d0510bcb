import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";

/** The duration and the output of a process. */
export interface Finished {
  readonly milliseconds: number;
  readonly stdout: string;
}

/** Thrown for a process that failed, with its output. */
export class ProcessError extends Error {
  override readonly name = "ProcessError";
  readonly code = "process";
}

/**
 * Runs Node to its end.
 *
 * @param timeout Milliseconds after which it is ended.
 * @throws {ProcessError} unless that is a success.
 */
export async function runProcess(args: readonly string[], cwd: string, timeout?: number): Promise<Finished> {
  const start = performance.now();
  const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", "pipe", "pipe"], timeout });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  const milliseconds = performance.now() - start;
  if (child.exitCode !== 0)
    throw new ProcessError(`node ${args.join(" ")} failed with ${child.exitCode}:\n${stderr}${stdout}`);
  return { milliseconds, stdout };
}
