import { createRequire } from "node:module";
import { printable } from "@earmark/openapi";
import { run, type StricliProcess } from "@stricli/core";
import { codegenApp } from "./app.ts";
import type { ExitCode, Io } from "./io.ts";

/** Runs the command line and returns its exit code; never exits by itself. */
export async function runCodegen(args: readonly string[], io: Io): Promise<ExitCode> {
  const { version } = createRequire(import.meta.url)("../../package.json") as { version: string };
  let code: ExitCode = 0;
  const shown = shownBy(io);
  const stricli: StricliProcess = { stdout: stream(shown.out), stderr: stream((said) => shown.err(advised(said))) };
  await run(codegenApp(version), [...args], { process: stricli, io: shown, exit: (value) => (code = value) });
  // Stricli leaves a code of its own after a call that it does not understand; all of them mean the same to us.
  return (stricli.exitCode ?? 0) === 0 ? code : 2;
}

/** What documents and files say reaches a terminal or a log by no other way. */
function shownBy(io: Io): Io {
  const { progress } = io;
  return {
    ...io,
    out: (line) => io.out(printable(line)),
    err: (line) => io.err(printable(line)),
    // Made of strings that are printable.
    workflowCommand: io.workflowCommand,
    ...(progress === undefined ? {} : { progress: (text: string) => progress(printable(text)) }),
  };
}

/** Stricli says in one line what is wrong with a call, and of a bug where it happened. */
function advised(said: string): string {
  return said.includes("\n") ? said : `codegen: ${said}; see \`codegen --help\``;
}

function stream(write: (line: string) => void): { write(text: string): void } {
  return { write: (text) => write(text.replace(/\n$/, "")) };
}
