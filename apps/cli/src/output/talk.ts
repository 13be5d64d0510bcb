import type { Context } from "../context/context.ts";
import { printableLines } from "./printable.ts";
import { redactor } from "./redactor.ts";

/** What goes to stderr: everything that is not the data that was asked for. */
export interface Talk {
  /** Good to know; not with `--quiet`. */
  say(text: string): Promise<void>;
  /** For those who look for the cause of something; with `--verbose` only. */
  detail(text: string): Promise<void>;
  /** Why it did not work. */
  error(text: string): Promise<void>;
}

export interface TalkLevel {
  readonly quiet: boolean;
  readonly verbose: boolean;
}

/** Talk can hold what a server said: credentials are taken out of it, and what would drive a terminal. */
export function createTalk({ stderr, env }: Pick<Context, "stderr" | "env">, { quiet, verbose }: TalkLevel): Talk {
  const redact = redactor(env);
  const write = (text: string) => stderr.write(`${printableLines(redact(text))}\n`);
  return {
    say: async (text) => (quiet ? undefined : write(text)),
    detail: async (text) => (verbose ? write(text) : undefined),
    error: (text) => write(`earmark: ${text}`),
  };
}
