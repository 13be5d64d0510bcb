import { attempt } from "../commands/attempt.ts";
import { type ChangesetFlags, changeset } from "../commands/changeset.ts";
import { compileUsage } from "./api-workspace.ts";
import type { Outcome } from "./run.ts";

/** Runs `codegen changeset` in this process. */
export async function runChangeset(root: string, flags: Partial<ChangesetFlags> = {}): Promise<Outcome> {
  const out: string[] = [];
  const err: string[] = [];
  const io = {
    cwd: root,
    interrupted: () => new AbortController().signal,
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
  };
  const code = await attempt(io, () => changeset({ check: false, ...flags }, io, compileUsage));
  return { code, out, err };
}
