import type { Command } from "../commands/command.ts";
import type { Option } from "../options/option.ts";
import { builtInOptions, sharedOptions } from "../options/shared-options.ts";
import { columns, wrap } from "./columns.ts";

/** What `earmark NAME --help` prints. */
export function commandHelp(name: string, { description, positional, options }: Command): string {
  const usage = ["earmark", name, ...positional.map(({ placeholder }) => placeholder), "[options]"].join(" ");
  const sections = [
    `${usage}\n`,
    `${wrap(description).join("\n")}\n`,
    positional.length > 0 && columns(positional.map(({ placeholder, help }) => [placeholder, help])),
    options.length > 0 && `Options:\n${columns(options.map(optionRow))}`,
    `Options of every command:\n${columns([...sharedOptions, ...builtInOptions].map(optionRow))}`,
    "See earmark --help for credentials, environment and exit codes.\n",
  ];
  return sections.filter((section) => section !== false).join("\n");
}

/** How help shows an option. */
export function optionRow(option: Option): readonly [term: string, explanation: string] {
  const name = `--${option.name}`;
  if (option.kind !== "switch") return [`${name} ${option.placeholder}`, option.help];
  return [option.negatable ? `${name}, --no-${option.name}` : name, option.help];
}
