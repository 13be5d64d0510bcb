import type { Io } from "../commands/io.ts";

/** What a command wrote, line by line. */
export interface Recorded {
  readonly out: readonly string[];
  readonly err: readonly string[];
}

/** The surroundings of a command that nobody interrupts, and what it says to them. */
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
