import { redactor } from "@earmark/http";
import type { Context } from "../context/context.ts";
import { type ExitCode, exitCodes } from "../errors/exit-code.ts";
import { type Failure, toFailure } from "../errors/failure.ts";
import { ReaderLeft } from "../errors/reader-left.ts";
import { json } from "./format.ts";
import { printable } from "./strings.ts";

/** What goes to stderr: everything that is not the data that was asked for. What cannot be written stops nothing. */
export interface Talk {
  /** Good to know; not with `--quiet`, and for programs with `--verbose` only. */
  say(...lines: readonly string[]): Promise<void>;
  /** For those who look for the cause of something; with `--verbose` only. */
  detail(...lines: readonly string[]): Promise<void>;
  /** Why it did not work. */
  error(failure: Failure): Promise<void>;
}

export interface TalkLevel {
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** A program reads: a failure is one line of JSON. */
  readonly isForPrograms: boolean;
}

/** Talk can hold what a server said: credentials are taken out of it, and what would drive a terminal. */
export function createTalk(
  { stderr, env }: Pick<Context, "stderr" | "env">,
  { quiet, verbose, isForPrograms }: TalkLevel,
): Talk {
  const redact = environmentRedactor(env);
  const attempt = (text: string) => stderr.write(text).catch(() => {});
  const write = (lines: readonly string[]) => attempt(lines.map((line) => `${printable(redact(line))}\n`).join(""));
  const isTalkative = isForPrograms ? verbose : !quiet;
  return {
    say: async (...lines) => (isTalkative ? write(lines) : undefined),
    detail: async (...lines) => (verbose ? write(lines) : undefined),
    async error(failure) {
      if (isForPrograms) return attempt(errorLine(failure, redact));
      // Who stops a command knows why it ended.
      if (failure.name === "Interruption") return;
      for (const [first, ...rest] of failure.problems) await write([`earmark: ${first}`, ...rest]);
    },
  };
}

/** Shorter ones are made up, and taking them out would leave no sentence readable. */
const SHORTEST = 8;

/** Takes the secrets of the environment out of a text, in whatever form a server repeats them. */
function environmentRedactor(env: Context["env"]): (text: string) => string {
  const pairs = [
    [env.TWILIO_ACCOUNT_SID, env.TWILIO_AUTH_TOKEN],
    [env.TWILIO_API_KEY, env.TWILIO_API_SECRET],
  ] as const;
  const secrets = pairs.flatMap(([user = "", secret = ""]) =>
    secret.length < SHORTEST ? [] : [`${user}:${secret}`, secret],
  );
  return redactor(secrets);
}

function errorLine(failure: Failure, redact: (text: string) => string): string {
  const { name, problems, code, status, requestId, exitCode } = failure;
  const message = redact(problems.flat().join("\n"));
  // Always the same properties: what is not known is null.
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

/** Says what went wrong and returns the exit code for it. The last stop: what gets here was expected by nobody else. */
export async function reportError(error: unknown, talk: Talk): Promise<ExitCode> {
  if (error instanceof ReaderLeft) return exitCodes.done;
  const failure = toFailure(error);
  await talk.error(failure);
  const stack = failure.exitCode === exitCodes.unexpected && error instanceof Error ? error.stack : undefined;
  if (stack !== undefined) await talk.detail(...stack.split("\n"));
  return failure.exitCode;
}
