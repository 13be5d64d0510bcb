#!/usr/bin/env node
import { processIo } from "@earmark/openapi-diff/command-line";

const { stderr } = process;
const io = await processIo("codegen");
const { runCodegen } = await import("./commands/run.ts");

// Progress is shown on a terminal only, on a line that the next one takes over.
const clear = stderr.isTTY ? "\r\u001b[K" : "";

process.exitCode = await runCodegen(process.argv.slice(2), {
  ...io,
  err: (line) => io.err(`${clear}${line}`),
  ...(stderr.isTTY ? { progress: (text: string) => stderr.write(`${clear}${text}`) } : {}),
  interrupted: () => {
    const controller = new AbortController();
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => controller.abort());
    return controller.signal;
  },
});
