import { buildApplication, buildRouteMap, type Command, help, run, type StricliProcess } from "@stricli/core";
import { commands } from "../commands/index.ts";
import type { Context } from "../context/context.ts";
import { type ExitCode, exitCodes } from "../errors/exit-code.ts";
import { UsageError } from "../errors/usage-error.ts";
import type { GivenOptions } from "../options/option.ts";
import { callCommand } from "./call-command.ts";
import { rootHelp } from "./help.ts";
import { texts } from "./messages.ts";
import { stricliCommand } from "./stricli-command.ts";
import type { StricliContext } from "./stricli-context.ts";

/**
 * Finds the command and runs it, or prints help.
 *
 * @throws {UsageError} for what stricli does not understand
 */
export async function runStricli(args: readonly string[], context: Context): Promise<ExitCode> {
  const formatting = { caseStyle: "original", useAliasInUsageLine: false, onlyRequiredInUsageLine: true } as const;
  const routes = buildRouteMap<string, StricliContext>({
    routes: await loadRoutes(args[0]),
    docs: { brief: "earmark" },
  });
  const app = buildApplication<StricliContext>(
    { ...routes, formatHelp: rootHelp },
    {
      name: "earmark",
      // Far enough for a typing mistake, not for an option that merely has as many letters.
      scanner: {
        allowArgumentEscapeSequence: true,
        distanceOptions: { threshold: 5, weights: { insertion: 1, deletion: 3, substitution: 2, transposition: 0 } },
      },
      documentation: { ...formatting, disableAnsiColor: true },
      localization: { text: texts },
    },
    { help: help({ brief: "Print help and exit", formatting }) },
  );
  let text = "";
  let code: ExitCode = exitCodes.done;
  const stream = {
    write: (part: string) => {
      text += part;
    },
  };
  // Left out, not 0: stricli only sets an exit code where there is none.
  const process: StricliProcess = { stdout: stream, stderr: stream };
  await run(app, args, {
    process,
    async call(command, flags, positional) {
      // Strings, switches and lists of strings are all that our options are parsed to.
      code = await callCommand(command, flags as GivenOptions, positional, context);
    },
  });
  if (process.exitCode === 0) {
    if (text !== "") await context.stdout.write(text);
    return code;
  }
  // Stricli has codes of its own for a call that it does not understand; all of them mean the same to us.
  const [, what = "", hint = ""] = /^(.*)\n(.*)$/s.exec(text.trimEnd()) ?? [];
  throw new UsageError([what, hint]);
}

/** All commands, of which only the one that is called is loaded: the names of the others are enough. */
async function loadRoutes(called: string | undefined): Promise<Record<string, Command<StricliContext>>> {
  const routes = Object.entries(commands).map(async ([name, { brief, load }]) => {
    const command =
      name === called ? await load() : { description: brief, positional: [], options: [], run: unreachable };
    return [name, stricliCommand(name, command)] as const;
  });
  return Object.fromEntries(await Promise.all(routes));
}

function unreachable(): never {
  throw new Error("A command that is not loaded cannot be called.");
}
