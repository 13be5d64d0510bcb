import { runCodegen } from "../commands/run.ts";

/** What a call of the command line said, and its exit code. */
export interface Outcome {
  readonly code: number;
  readonly out: readonly string[];
  readonly err: readonly string[];
}

export async function codegen(cwd: string, ...args: readonly string[]): Promise<Outcome> {
  const out: string[] = [];
  const err: string[] = [];
  const interrupted = () => new AbortController().signal;
  const code = await runCodegen(args, {
    cwd,
    interrupted,
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { code, out, err };
}
