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
  const code = await runCodegen(args, { cwd, out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out, err };
}
