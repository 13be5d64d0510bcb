import { join } from "node:path";
import type { Io } from "../commands/io.ts";
import { runCodegen } from "../commands/run.ts";

/** What a call of the command line said, and its exit code. */
export interface Outcome extends Recorded {
  readonly code: number;
}

export async function codegen(cwd: string, ...args: readonly string[]): Promise<Outcome> {
  const { io, out, err } = recordedIo(cwd);
  return { code: await runCodegen(args, io), out, err };
}

/** The same, without the path of the folder in what it says. */
export async function codegenIn(folder: string, ...args: readonly string[]): Promise<Outcome> {
  const { code, out, err } = await codegen(folder, ...args);
  const short = (lines: readonly string[]) => lines.map((line) => line.replaceAll(join(folder, "/"), ""));
  return { code, out: short(out), err: short(err) };
}

/** What a command wrote, line by line. */
export interface Recorded {
  readonly out: readonly string[];
  readonly err: readonly string[];
}

/** The surroundings of a command that is not interrupted, and what it says to them. */
export function recordedIo(cwd: string, signal: AbortSignal = new AbortController().signal): Recorded & { io: Io } {
  const out: string[] = [];
  const err: string[] = [];
  const io = {
    name: "codegen",
    cwd,
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
    workflowCommand: (line: string) => void out.push(line),
    interrupted: () => signal,
  };
  return { io, out, err };
}
