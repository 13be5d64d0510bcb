import { redactor } from "@earmark/http";
import type { Context } from "../context/context.ts";
import { type ExitCode, exitCodes } from "../errors/exit-code.ts";
import { type Failure, toFailure } from "../errors/failure.ts";
import { ReaderLeft } from "../errors/reader-left.ts";
import { json } from "./format.ts";
import { printable } from "./strings.ts";

/** Messages on stderr: everything but data. A failed write is ignored. */
export interface Talk {
  /** Information; not with `--quiet`, and for programs with `--verbose` only. */
  say(...lines: readonly string[]): Promise<void>;
  /** Details for finding a cause; with `--verbose` only. */
  detail(...lines: readonly string[]): Promise<void>;
  /** Why the command failed. */
  error(failure: Failure): Promise<void>;
}

export interface TalkLevel {
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** A failure is one line of JSON. */
  readonly isForPrograms: boolean;
}

/** Removes credentials and control characters: messages may quote a server. */
export function createTalk(
  { stderr, env }: Pick<Context, "stderr" | "env">,
  { quiet, verbose, isForPrograms }: TalkLevel,
): Talk {
  const redact = environmentRedactor(env);
  const attempt = (message: string) => stderr.write(message).catch(() => {});
  const write = (lines: readonly string[]) => attempt(lines.map((line) => `${printable(redact(line))}\n`).join(""));
  const isTalkative = isForPrograms ? verbose : !quiet;
  return {
    say: async (...lines) => (isTalkative ? write(lines) : undefined),
    detail: async (...lines) => (verbose ? write(lines) : undefined),
    async error(failure) {
      if (isForPrograms) return attempt(errorLine(failure, redact));
      // The user who stopped the command knows.
      if (failure.name === "Interruption") return;
      for (const [first, ...rest] of failure.problems) await write([`earmark: ${first}`, ...rest]);
    },
  };
}

/** Shorter secrets are made up, and replacing them would leave no sentence readable. */
const SHORTEST = 8;

/** Removes the secrets of the environment from a string, in any form in which a server may repeat them. */
function environmentRedactor(env: Context["env"]): (message: string) => string {
  const pairs = [
    [env.TWILIO_ACCOUNT_SID, env.TWILIO_AUTH_TOKEN],
    [env.TWILIO_API_KEY, env.TWILIO_API_SECRET],
  ] as const;
  const secrets = pairs.flatMap(([user = "", secret = ""]) =>
    secret.length < SHORTEST ? [] : [`${user}:${secret}`, secret],
  );
  return redactor(secrets);
}

function errorLine(failure: Failure, redact: (message: string) => string): string {
  const { name, problems, code, status, requestId, exitCode } = failure;
  const message = redact(problems.flat().join("\n"));
  // Always the same properties; unknown ones are null.
  const error = {
    name,
    message,
    code: typeof code === "string" ? redact(code) : (code ?? null),
    status: status ?? null,
    requestId: requestId === undefined ? null : redact(requestId),
    exitCode,
  };
  return json({ error });
}

/** Reports an error that nothing else has handled, and returns its exit code. */
export async function reportError(error: unknown, talk: Talk): Promise<ExitCode> {
  if (error instanceof ReaderLeft) return exitCodes.done;
  const failure = toFailure(error);
  await talk.error(failure);
  const stack = failure.exitCode === exitCodes.unexpected && error instanceof Error ? error.stack : undefined;
  if (stack !== undefined) await talk.detail(...stack.split("\n"));
  return failure.exitCode;
}
