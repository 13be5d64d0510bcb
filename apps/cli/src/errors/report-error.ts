import type { Talk } from "../output/talk.ts";
import { CredentialsError } from "./credentials-error.ts";
import { type ExitCode, exitCodes } from "./exit-code.ts";
import { Interruption } from "./interruption.ts";
import { UsageError } from "./usage-error.ts";

/** Says what went wrong and returns the exit code for it. The last stop: what gets here was expected by nobody else. */
export async function reportError(error: unknown, talk: Talk): Promise<ExitCode> {
  if (error instanceof Interruption) return error.exitCode;
  if (error instanceof UsageError) {
    for (const problem of error.problems) await talk.error(problem);
    return exitCodes.usage;
  }
  if (error instanceof CredentialsError) {
    await talk.error(error.message);
    return exitCodes.denied;
  }
  await talk.error(`unexpected failure: ${error instanceof Error ? error.message : String(error)}`);
  if (error instanceof Error && error.stack !== undefined) await talk.detail(error.stack);
  return exitCodes.unexpected;
}
