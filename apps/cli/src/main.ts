import { normaliseArguments } from "./command-line/normalise-arguments.ts";
import { runStricli } from "./command-line/run-stricli.ts";
import type { Context } from "./context/context.ts";
import { type ExitCode, exitCodes } from "./errors/exit-code.ts";
import { reportError } from "./errors/report-error.ts";
import { createTalk } from "./output/talk.ts";

/** Runs the command line and returns its exit code; never exits by itself and never throws. */
export async function main(args: readonly string[], context: Context): Promise<ExitCode> {
  try {
    const normalised = normaliseArguments(args);
    // Without a command there is nothing to do, and a script that meant to do something must notice.
    const nothing = normalised[0] === undefined;
    const { text, code } = await runStricli(nothing ? ["--help"] : normalised, context);
    const failed = nothing || code !== exitCodes.done;
    await (failed ? context.stderr : context.stdout).write(text);
    return nothing ? exitCodes.usage : code;
  } catch (error) {
    const report = reportError(error, createTalk(context, { quiet: false, verbose: false }));
    // When not even that can be written, the exit code is all there is left to say.
    return report.catch(() => exitCodes.unexpected);
  }
}
