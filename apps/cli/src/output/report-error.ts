import { type ExitCode, exitCodes } from "../errors/exit-code.ts";
import { toFailure } from "../errors/failure.ts";
import { ReaderLeft } from "../errors/reader-left.ts";
import type { Talk } from "./talk.ts";

/** Says what went wrong and returns the exit code for it. The last stop: what gets here was expected by nobody else. */
export async function reportError(error: unknown, talk: Talk): Promise<ExitCode> {
  if (error instanceof ReaderLeft) return exitCodes.done;
  const failure = toFailure(error);
  await talk.error(failure);
  const stack = failure.exitCode === exitCodes.unexpected && error instanceof Error ? error.stack : undefined;
  if (stack !== undefined) await talk.detail(...stack.split("\n"));
  return failure.exitCode;
}
