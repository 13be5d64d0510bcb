import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";

/** The built command. */
const EARMARK: string = `${import.meta.dirname}/../../dist/earmark.js`;

export const CALL = "CA0123456789abcdef0123456789abcdef";

/** Occurs nowhere else, and has characters that need escaping. */
export const TOKEN = 'tok"en\\§-9f3a1c';

export const credentials: Readonly<Record<string, string>> = {
  TWILIO_ACCOUNT_SID: "ACdeadbeefdeadbeefdeadbeefdeadbeef",
  TWILIO_AUTH_TOKEN: TOKEN,
};

/** The result of a run. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command to its end, with nothing of the environment of the tests. */
export async function runEarmark(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return ended(startEarmark(args, env));
}

/** @param stdout what it writes to instead of a pipe, and likewise `stderr`. */
export function startEarmark(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  stdout: number | "pipe" = "pipe",
  stderr: number | "pipe" = "pipe",
): ChildProcess {
  return spawn(process.execPath, [EARMARK, ...args], { env, stdio: ["ignore", stdout, stderr] });
}

export async function ended(child: ChildProcess): Promise<Ended> {
  const closed = once(child, "close");
  const read = (stream: NodeJS.ReadableStream | null) => (stream ? text(stream) : "");
  const [stdout, stderr] = await Promise.all([read(child.stdout), read(child.stderr)]);
  await closed;
  return { code: child.exitCode, stdout, stderr };
}
