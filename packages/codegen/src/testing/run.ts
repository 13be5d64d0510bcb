import { runCodegen } from "../commands/run.ts";
import { type Recorded, recordedIo } from "./recorded-io.ts";

/** What a call of the command line said, and its exit code. */
export interface Outcome extends Recorded {
  readonly code: number;
}

export async function codegen(cwd: string, ...args: readonly string[]): Promise<Outcome> {
  const { io, out, err } = recordedIo(cwd);
  return { code: await runCodegen(args, io), out, err };
}
