import type { Option } from "../options/option.ts";
import { sharedOptions } from "../options/shared-options.ts";

/** Rewrites arguments to the forms that stricli can parse. */
export function normaliseArguments(args: readonly string[]): readonly string[] {
  return commandFirst(args).flatMap(withPlainValue);
}

/** Moves shared options behind the command, which stricli expects first. Without a command, no arguments. */
function commandFirst(args: readonly string[]): readonly string[] {
  let index = 0;
  for (let option = sharedOption(args[index]); option !== undefined; option = sharedOption(args[index])) {
    const takesNext = option.kind !== "switch" && !args[index]?.includes("=");
    index += takesNext ? 2 : 1;
  }
  const command = args[index];
  return command === undefined ? [] : [command, ...args.slice(0, index), ...args.slice(index + 1)];
}

function sharedOption(argument = ""): Option | undefined {
  return sharedOptions.find(({ name }) => argument === `--${name}` || argument.startsWith(`--${name}=`));
}

/** Stricli does not parse `--name=` with an empty value or with several lines. */
function withPlainValue(argument: string): readonly string[] {
  const [, option, value = ""] = /^(--[a-z][\w-]*)=(.*)$/is.exec(argument) ?? [];
  return option !== undefined && (value === "" || value.includes("\n")) ? [option, value] : [argument];
}
