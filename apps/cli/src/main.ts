import { rootHelp } from "./command-line/help.ts";
import { normaliseArguments } from "./command-line/normalise-arguments.ts";
import { runStricli } from "./command-line/stricli.ts";
import type { Context } from "./context/context.ts";
import { type ExitCode, exitCodes } from "./errors/exit-code.ts";
import { UsageError } from "./errors/usage-error.ts";
import { isForPrograms } from "./output/format.ts";
import { createTalk, reportError } from "./output/talk.ts";

/** Runs the command line and returns its exit code; never exits or throws. */
export async function main(args: readonly string[], context: Context): Promise<ExitCode> {
  try {
    const normalised = normaliseArguments(args);
    // Stricli would treat it as the end of the options, do nothing and succeed.
    if (normalised[0] === "--") throw new UsageError(["unknown option -- before the command", "See earmark --help."]);
    if (normalised.length > 0) return await runStricli(normalised, context);
    // A script that forgot the command must notice.
    if (wantsJson(args)) throw new UsageError("no command is given; see earmark --help");
    await context.stderr.write(rootHelp());
    return exitCodes.usage;
  } catch (error) {
    return fail(error, args, context);
  }
}

/** Reports an error in the format of `--output`, and returns its exit code. */
export function fail(error: unknown, args: readonly string[], context: Context): Promise<ExitCode> {
  return reportError(error, createTalk(context, { quiet: false, verbose: false, isForPrograms: wantsJson(args) }));
}

/** Whether `--output` is a format for programs, read from arguments that may not be parsable. */
function wantsJson(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  const options = end < 0 ? args : args.slice(0, end);
  return options.some((option, index) =>
    isForPrograms(option === "--output" ? options[index + 1] : /^--output=(.*)$/s.exec(option)?.[1]),
  );
}
