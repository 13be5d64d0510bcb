import module from "node:module";
import { buildApplication, type RouteMap, run, type StricliProcess } from "@stricli/core";

/** Where a command reads and writes. Data goes to `out`, everything else to `err`, a line at a time. */
export interface Io {
  /** The name of the command line, with which its errors begin. */
  readonly name: string;
  /** What paths are relative to. */
  readonly cwd: string;
  out(line: string): void;
  err(line: string): void;
  /** A command to the workflow of GitHub's that reads the output: one line, in which documents have nothing to say. */
  workflowCommand(line: string): void;
}

/**
 * Exit codes: 0 done, 1 found something (drift, lint errors), 2 wrong call or unreadable document, 130 interrupted.
 */
export type ExitCode = 0 | 1 | 2 | 130;

interface Stream {
  write(text: string): void;
}

/** What Stricli hands to a command: where to read and write, and where to leave the exit code. */
export interface Context<Surroundings extends Io = Io> {
  readonly process: { readonly stdout: Stream; readonly stderr: Stream };
  readonly io: Surroundings;
  exit(code: ExitCode): void;
}

/** The loader of a command's code, which the other commands do not need. */
export function runs<Flags, Args extends readonly string[], Surroundings extends Io = Io>(
  load: () => Promise<(io: Surroundings, flags: Flags, ...args: Args) => Promise<ExitCode>>,
): () => Promise<(this: Context<Surroundings>, flags: Flags, ...args: Args) => Promise<void>> {
  return async () => {
    const command = await load();
    return async function (flags, ...args) {
      this.exit(await attempt(this.io, () => command(this.io, flags, ...args)));
    };
  };
}

/** A positional argument. */
export function argument(
  placeholder: string,
  brief: string,
): { placeholder: string; brief: string; parse: (input: string) => string } {
  return { placeholder, brief, parse: String };
}

/** An option for how results are written; `text` unless it is given. */
export function formats<Format extends string>(
  values: readonly (Format | "text")[],
  brief: string,
): { kind: "enum"; values: readonly (Format | "text")[]; default: "text"; brief: string } {
  return { kind: "enum", values, default: "text", brief };
}

/** Codes of errors whose messages say what to do. */
const MENDABLE: readonly unknown[] = ["usage", "unavailable"];

/**
 * Runs a command, turning what the user can mend into a message and exit code 2: a document that cannot be read, an error
 * whose `code` is `usage`, or `unavailable` for what cannot be had from the network, and what the system refuses. Anything
 * else is a bug, or a broken machine.
 */
export async function attempt(io: Io, command: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await command();
  } catch (error) {
    const { DocumentError, formatDiagnostics } = await import("@earmark/openapi");
    if (error instanceof DocumentError) for (const line of formatDiagnostics(error.diagnostics)) io.err(line);
    // No space left, permission denied, not a directory: Node's message names the file and says why.
    else if (error instanceof Error && ("syscall" in error || ("code" in error && MENDABLE.includes(error.code))))
      io.err(`${io.name}: ${error.message}`);
    else throw error;
    return 2;
  }
}

/**
 * Runs a command line and returns its exit code; never exits by itself. What documents and files say reaches a terminal or
 * a log as printable characters only.
 *
 * @param root What `buildCommand` or `buildRouteMap` of Stricli returns. Their types are not named in what is published,
 * since Stricli's declarations do not check under `exactOptionalPropertyTypes`.
 */
export async function runCommandLine<Surroundings extends Io>(
  root: object,
  version: string,
  args: readonly string[],
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { printable } = await import("@earmark/openapi");
  const { name } = surroundings;
  const io: Surroundings = {
    ...surroundings,
    out: (line) => surroundings.out(printable(line)),
    err: (line) => surroundings.err(printable(line)),
  };
  // Stricli says in one line what is wrong with a call, and of a bug where it happened.
  const advised = (said: string): string => (said.includes("\n") ? said : `${name}: ${said}; see \`${name} --help\``);
  const stream = (write: (line: string) => void) => ({ write: (text: string) => write(text.replace(/\n$/, "")) });
  const stricli: StricliProcess = { stdout: stream(io.out), stderr: stream((said) => io.err(advised(said))) };
  let code: ExitCode = 0;
  const configuration = {
    name,
    versionInfo: { currentVersion: version },
    scanner: { caseStyle: "allow-kebab-for-camel" },
    documentation: { disableAnsiColor: true },
  } as const;
  // As documented, either of them; the overloads of `buildApplication` take one or the other.
  const application = buildApplication(root as RouteMap<Context<Surroundings>>, configuration);
  await run(application, [...args], { process: stricli, io, exit: (value) => (code = value) });
  // Stricli leaves a code of its own after a call that it does not understand; all of them mean the same to us.
  return (stricli.exitCode ?? 0) === 0 ? code : 2;
}

/**
 * The process as the surroundings of a command.
 *
 * On an old Node, it says so and exits: npm warns of that at most, and something would fail later on.
 */
export async function processIo(name: string): Promise<Io> {
  const [major = 0] = process.versions.node.split(".").map(Number);
  if (major < 22)
    await exitWith(2, `${name} needs Node 22 or later, and this is ${process.versions.node}; install a newer one.`);
  // Most of a short run is loading code; Node keeps what it has compiled for the next one, from 22.1 on.
  module.enableCompileCache?.();
  // A reader may stop reading: `codegen lint … | head` is not a failure of ours. Windows may call that EOF.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE" && error.code !== "EOF") void exitWith(1, `${name}: ${error.message}`);
  });
  return {
    name,
    cwd: process.cwd(),
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    workflowCommand: (line) => process.stdout.write(`${line}\n`),
  };
}

/** Only Linux writes to a pipe at once: elsewhere, what is not waited for is lost. */
function exitWith(code: number, reason: string): Promise<never> {
  return new Promise(() => process.stderr.write(`${reason}\n`, () => process.exit(code)));
}
