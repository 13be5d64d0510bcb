#!/usr/bin/env node
import { createRequire } from "node:module";
import { processIo, runCommandLine } from "./command-line.ts";

const { version } = createRequire(import.meta.url)("../package.json") as { version: string };
const io = await processIo("openapi-diff");
// On a Node that is too old, loading it would fail.
const { buildDiffCommand } = await import("./command.ts");
process.exitCode = await runCommandLine(buildDiffCommand(), version, process.argv.slice(2), io);
