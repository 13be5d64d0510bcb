#!/usr/bin/env node
import { runCodegen } from "./commands/run.ts";

process.exitCode = await runCodegen(process.argv.slice(2), {
  cwd: process.cwd(),
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
});
