#!/usr/bin/env node
import module from "node:module";

// npm warns of an old Node at most, which would then fail somewhere within.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 14)) {
  await exitWith(2, `codegen needs Node 22.14 or later, and this is ${process.versions.node}; install a newer one.`);
}
// Most of a short run is loading TypeScript and Redocly; Node keeps what it has compiled for the next one.
module.enableCompileCache();
const { runCodegen } = await import("./commands/run.ts");

// A reader may stop reading: `codegen lint … | head` is not a failure of ours. Windows may call that EOF.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE" || error.code === "EOF") return;
  void exitWith(1, `codegen: ${error.message}`);
});

// Progress is shown on a terminal only, on a line that the next one takes over.
const clear = process.stderr.isTTY ? "\r\u001b[K" : "";

process.exitCode = await runCodegen(process.argv.slice(2), {
  cwd: process.cwd(),
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${clear}${line}\n`),
  workflowCommand: (line) => process.stdout.write(`${line}\n`),
  ...(process.stderr.isTTY ? { progress: (text: string) => process.stderr.write(`${clear}${text}`) } : {}),
  interrupted: () => {
    const controller = new AbortController();
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => controller.abort());
    return controller.signal;
  },
});

/** Only Linux writes to a pipe at once: elsewhere, what is not waited for is lost. */
function exitWith(code: number, reason: string): Promise<never> {
  return new Promise(() => process.stderr.write(`${reason}\n`, () => process.exit(code)));
}
