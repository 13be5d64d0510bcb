import type { Command } from "../commands/command.ts";
import type { Context } from "../context/context.ts";
import type { ExitCode } from "../errors/exit-code.ts";
import type { GivenOptions } from "../options/option.ts";
import { readSettings } from "../options/settings.ts";
import { isForPrograms } from "../output/format.ts";
import { reportError } from "../output/report-error.ts";
import { createTalk } from "../output/talk.ts";

/** Runs a command with what was given. Whatever it throws ends up as a message and an exit code. */
export async function callCommand(
  command: Command,
  given: GivenOptions,
  positional: readonly string[],
  context: Context,
): Promise<ExitCode> {
  const talk = createTalk(context, {
    quiet: given.quiet === true,
    verbose: given.verbose === true,
    isForPrograms: isForPrograms(given.output),
  });
  try {
    return await command.run({ positional, given, settings: readSettings(given), context, talk });
  } catch (error) {
    return reportError(error, talk);
  }
}
