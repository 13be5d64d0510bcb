import { type ChangesetFlags, changeset } from "../commands/changeset.ts";
import { attempt } from "../commands/io.ts";
import { compileUsage } from "./api-workspace.ts";
import { type Outcome, recordedIo } from "./run.ts";

/** Runs `codegen changeset` in this process. */
export async function runChangeset(
  root: string,
  flags: Partial<ChangesetFlags> = {},
  env: NodeJS.ProcessEnv = {},
): Promise<Outcome> {
  const { io, out, err } = recordedIo(root);
  const code = await attempt(io, () => changeset({ check: false, format: "text", ...flags }, io, compileUsage, env));
  return { code, out, err };
}
