#!/usr/bin/env node
import { createRequire } from "node:module";
import { buildDiffCommand } from "./command.ts";
import { processIo, runCommandLine } from "./command-line.ts";

const { version } = createRequire(import.meta.url)("../package.json") as { version: string };
const io = await processIo("openapi-diff");
process.exitCode = await runCommandLine(buildDiffCommand(), version, process.argv.slice(2), io);
