import { rootHelp } from "./command-line/help.ts";
import { normaliseArguments } from "./command-line/normalise-arguments.ts";
import { runStricli } from "./command-line/stricli.ts";
import type { Context } from "./context/context.ts";
import { type ExitCode, exitCodes } from "./errors/exit-code.ts";
import { UsageError } from "./errors/usage-error.ts";
import { isForPrograms } from "./output/format.ts";
import { createTalk, reportError } from "./output/talk.ts";

/** Runs the command line and returns its exit code; never exits by itself and never throws. */
export async function main(args: readonly string[], context: Context): Promise<ExitCode> {
  try {
    const normalised = normaliseArguments(args);
    // Stricli would take it for the end of the options, do nothing, and call that done.
    if (normalised[0] === "--") throw new UsageError(["unknown option -- before the command", "See earmark --help."]);
    if (normalised.length > 0) return await runStricli(normalised, context);
    // Without a command there is nothing to do, and a script that meant to do something must notice.
    if (wantsJson(args)) throw new UsageError("no command is given; see earmark --help");
    await context.stderr.write(rootHelp());
    return exitCodes.usage;
  } catch (error) {
    return fail(error, args, context);
  }
}

/** Says what went wrong, in the format that was asked for, and returns the exit code for it. */
export function fail(error: unknown, args: readonly string[], context: Context): Promise<ExitCode> {
  return reportError(error, createTalk(context, { quiet: false, verbose: false, isForPrograms: wantsJson(args) }));
}

/** Whether a program is to read the output, as far as that is known of arguments that cannot be taken apart. */
function wantsJson(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  const options = end < 0 ? args : args.slice(0, end);
  return options.some((option, index) =>
    isForPrograms(option === "--output" ? options[index + 1] : /^--output=(.*)$/s.exec(option)?.[1]),
  );
}
