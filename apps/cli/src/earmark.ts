#!/usr/bin/env node
import { streamSink } from "./context/sink.ts";
import { type ExitCode, exitCodes } from "./errors/exit-code.ts";

/** From package.json; the build inserts it. */
declare const EARMARK_VERSION: string;

const { argv, stdout, stderr } = process;
const args = argv.slice(2);
const end = args.indexOf("--");

const code = await run();
// Waits for pending writes, but not after a signal: the reader may be slow.
if (code < exitCodes.interrupted)
  await Promise.all([stdout, stderr].map((stream) => new Promise((resolve) => stream.write("", resolve))));
// Exits at once: a pending connection would keep the process for seconds.
process.exit(code);

async function run(): Promise<ExitCode> {
  if (!args.slice(0, end < 0 ? args.length : end).includes("--version")) {
    const [{ main }, context] = await load();
    return main(args, context);
  }
  // Loads nothing else.
  try {
    await streamSink(stdout).write(`${EARMARK_VERSION}\n`);
    return 0;
  } catch (error) {
    const [{ fail }, context] = await load();
    return fail(error, args, context);
  }
}

async function load() {
  const [main, { processContext }] = await Promise.all([import("./main.ts"), import("./context/process-context.ts")]);
  return [main, processContext(process)] as const;
}
