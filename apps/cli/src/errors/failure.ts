import { CredentialsError } from "./credentials-error.ts";
import { type ExitCode, exitCodes } from "./exit-code.ts";
import { Interruption } from "./interruption.ts";
import { UsageError } from "./usage-error.ts";

/** An error as people and programs see it. */
export interface Failure {
  /** Name of the error's class. */
  readonly name: string;
  /** Each of one line or more. Strings of a server are not escaped yet. */
  readonly problems: readonly (readonly string[])[];
  /** The provider's number, or a name such as `network` or `ENOSPC`. */
  readonly code?: string | number | undefined;
  /** Of the response, if there is one. */
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  readonly exitCode: ExitCode;
}

/** Describes an error that is not the client's: a usage error, an interruption, or an unexpected one. */
export function toFailure(error: unknown): Failure {
  if (!(error instanceof Error)) return unexpected("Error", String(error));
  const { name, message } = error;
  if (error instanceof Interruption) return { name, problems: [[message]], exitCode: error.exitCode };
  if (error instanceof CredentialsError) return { name, problems: [[message]], exitCode: exitCodes.denied };
  if (error instanceof UsageError) {
    return { name, problems: error.problems.map((problem) => [problem].flat()), exitCode: exitCodes.usage };
  }
  const { code } = error as NodeJS.ErrnoException;
  return { ...unexpected(name, message), ...(typeof code === "string" && { code }) };
}

function unexpected(name: string, message: string): Failure {
  return { name, problems: [[`unexpected failure: ${message}`]], exitCode: exitCodes.unexpected };
}
