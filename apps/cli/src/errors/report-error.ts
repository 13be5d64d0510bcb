import type { Talk } from "../output/talk.ts";
import { type ExitCode, exitCodes } from "./exit-code.ts";
import { toFailure } from "./failure.ts";
import { ReaderLeft } from "./reader-left.ts";

/** Says what went wrong and returns the exit code for it. The last stop: what gets here was expected by nobody else. */
export async function reportError(error: unknown, talk: Talk): Promise<ExitCode> {
  if (error instanceof ReaderLeft) return exitCodes.done;
  const failure = toFailure(error);
  await talk.error(failure);
  const stack = failure.exitCode === exitCodes.unexpected && error instanceof Error ? error.stack : undefined;
  if (stack !== undefined) await talk.detail(...stack.split("\n"));
  return failure.exitCode;
}
