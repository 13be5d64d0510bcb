#!/usr/bin/env node
import type { ExitCode } from "./errors/exit-code.ts";

/** Put in by the build, from package.json. */
declare const EARMARK_VERSION: string;

const args = process.argv.slice(2);
const end = args.indexOf("--");

// Needs nothing of what follows, so it does not wait for any of it to load.
if (args.slice(0, end < 0 ? args.length : end).includes("--version")) {
  process.stdout.on("error", () => {});
  process.stdout.write(`${EARMARK_VERSION}\n`);
} else {
  const [{ main }, { processContext }] = await Promise.all([
    import("./main.ts"),
    import("./context/process-context.ts"),
  ]);
  const code: ExitCode = await main(args, processContext(process));
  process.exitCode = code;
}
