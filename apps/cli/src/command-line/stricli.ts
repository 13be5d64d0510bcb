import {
  buildApplication,
  buildCommand,
  buildRouteMap,
  type CommandContext,
  help,
  run,
  type Command as StricliCommand,
  type StricliProcess,
} from "@stricli/core";
import type { Command } from "../commands/command.ts";
import { commands } from "../commands/index.ts";
import type { Context } from "../context/context.ts";
import { type ExitCode, exitCodes } from "../errors/exit-code.ts";
import { UsageError } from "../errors/usage-error.ts";
import type { GivenOptions, Option } from "../options/option.ts";
import { readSettings, sharedOptions } from "../options/shared-options.ts";
import { isForPrograms } from "../output/format.ts";
import { createTalk, reportError } from "../output/talk.ts";
import { commandHelp, rootHelp } from "./help.ts";
import { messages } from "./messages.ts";

/** The context that stricli passes to a command: a callback. */
interface StricliContext extends CommandContext {
  call(command: Command, flags: Readonly<Record<string, unknown>>, positional: readonly string[]): Promise<void>;
}

/**
 * Finds the command and runs it, or prints help.
 *
 * @throws {UsageError} when stricli cannot parse the arguments
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
      // Suggests an option after a typing mistake, but not any option of similar length.
      scanner: {
        allowArgumentEscapeSequence: true,
        distanceOptions: { threshold: 5, weights: { insertion: 1, deletion: 3, substitution: 2, transposition: 0 } },
      },
      documentation: { ...formatting, disableAnsiColor: true },
      localization: { text: messages },
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
      // Our options are parsed to strings, switches and lists of strings only.
      code = await callCommand(command, flags as GivenOptions, positional, context);
    },
  });
  if (process.exitCode === 0) {
    if (text !== "") await context.stdout.write(text);
    return code;
  }
  // All exit codes of stricli's own are usage errors.
  const [, problem = "", hint = ""] = /^(.*)\n(.*)$/s.exec(text.trimEnd()) ?? [];
  throw new UsageError([problem, hint]);
}

/** All commands. Only the one that is called is loaded; of the others, stricli needs the names. */
async function loadRoutes(called: string | undefined): Promise<Record<string, StricliCommand<StricliContext>>> {
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

type BuilderArguments = Parameters<typeof buildCommand<Record<string, unknown>, string[], StricliContext>>[0];

/** A command for stricli, which only parses arguments; the command validates them. */
function stricliCommand(name: string, command: Command): StricliCommand<StricliContext> {
  const built = buildCommand({
    docs: { brief: command.description },
    parameters: {
      // Without a prototype: --constructor is no option.
      flags: { __proto__: null, ...Object.fromEntries([...command.options, ...sharedOptions].flatMap(toFlags)) },
      positional: {
        kind: "tuple",
        // Optional here, so that a missing one is reported together with all other problems.
        parameters: command.positional.map(({ placeholder, help }) => ({
          placeholder,
          brief: help,
          parse: String,
          optional: true,
        })),
      },
    },
    func(this: StricliContext, flags: Record<string, unknown>, ...positional: string[]) {
      return this.call(command, flags, positional);
    },
    // Stricli's types require literal options; ours come from a document.
  } as unknown as BuilderArguments);
  return { ...built, formatHelp: () => commandHelp(name, command) };
}

function toFlags(option: Option): [string, object][] {
  const { name, help: brief } = option;
  if (option.kind !== "switch") {
    const list = option.kind === "list" ? { variadic: "," } : {};
    return [[name, { kind: "parsed", parse: String, optional: true, brief, ...list }]];
  }
  const flag = { kind: "boolean", optional: true, withNegated: false, brief };
  // Stricli's own negation does not work for kebab-case, and does not report when both are given.
  return [name, ...(option.negatable ? [`no-${name}`] : [])].map((one) => [one, flag]);
}

/** Runs a command; an error that it throws becomes a message and an exit code. */
async function callCommand(
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
