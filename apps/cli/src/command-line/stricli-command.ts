import { buildCommand, type Command as StricliCommand } from "@stricli/core";
import type { Command } from "../commands/command.ts";
import type { Option } from "../options/option.ts";
import { sharedOptions } from "../options/shared-options.ts";
import { commandHelp } from "./command-help.ts";
import type { StricliContext } from "./stricli-context.ts";

type BuilderArguments = Parameters<typeof buildCommand<Record<string, unknown>, string[], StricliContext>>[0];

/** A command for stricli, which only takes arguments apart: whether they make sense, the command says itself. */
export function stricliCommand(name: string, command: Command): StricliCommand<StricliContext> {
  const built = buildCommand({
    docs: { brief: command.description },
    parameters: {
      // Without a prototype, or --constructor would be found to be an option.
      flags: { __proto__: null, ...Object.fromEntries([...command.options, ...sharedOptions].flatMap(toFlags)) },
      positional: {
        kind: "tuple",
        // Optional here, so that a missing one is reported together with whatever else is wrong.
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
    // Stricli's types want each option spelled out, which options that come from a document cannot be.
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
  // Stricli's own negation does not work for names in kebab-case, and could not tell that both were given.
  return option.negatable
    ? [
        [name, flag],
        [`no-${name}`, flag],
      ]
    : [[name, flag]];
}
