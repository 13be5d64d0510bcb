import type { Command } from "../commands/command.ts";
import { commands } from "../commands/index.ts";
import type { Option } from "../options/option.ts";
import { builtInOptions, sharedOptions } from "../options/shared-options.ts";

const WIDTH = 100;

/** The output of `earmark --help`. */
export function rootHelp(): string {
  return [
    "earmark COMMAND [options]\n",
    "Reads and writes annotations of voice calls, in the Call Annotation resource of Twilio.\n",
    `Commands:\n${columns(Object.entries(commands).map(([name, { brief }]) => [name, `${brief}.`]))}`,
    `Options of every command:\n${columns([...sharedOptions, ...builtInOptions].map(optionRow))}`,
    `Environment:\n${columns(environment)}`,
    `Exit codes:\n${columns(exitCodes)}`,
    "Data goes to stdout, everything else to stderr. earmark COMMAND --help says more about a command.\n",
  ].join("\n");
}

const environment = [
  ["TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN", "Credentials of an account."],
  ["TWILIO_API_KEY, TWILIO_API_SECRET", "Credentials of an API key. Wins if both pairs are complete."],
  ["EARMARK_BASE_URL", "Where the API is. https://insights.twilio.com unless set."],
  ["TWILIO_REGION", "us1 or empty: call annotations exist in US1 only, so any other region is refused."],
  ["HTTPS_PROXY, NO_PROXY", "The proxy for https:, and the hosts to reach without it."],
  ["NODE_EXTRA_CA_CERTS", "A file of certificates to trust besides the well-known ones."],
] as const;

const exitCodes = [
  ["0", "Done."],
  ["1", "Something unexpected."],
  ["2", "A wrong call, or input that the document or the API refuses."],
  ["3", "Not authenticated, or not allowed."],
  ["4", "No such call."],
  ["5", "Network, timeout, or the service kept failing."],
  ["130, 143", "Stopped by SIGINT or SIGTERM."],
] as const;

/** The output of `earmark NAME --help`. */
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

/** An option and its help. */
function optionRow(option: Option): readonly [term: string, explanation: string] {
  const name = `--${option.name}`;
  if (option.kind !== "switch") return [`${name} ${option.placeholder}`, option.help];
  return [option.negatable ? `${name}, --no-${option.name}` : name, option.help];
}

/** Terms on the left, their explanations on the right, wrapped. */
function columns(rows: readonly (readonly [term: string, explanation: string])[]): string {
  const indent = Math.max(...rows.map(([term]) => term.length)) + 4;
  return rows
    .map(([term, explanation]) => {
      const [first = "", ...rest] = wrap(explanation, WIDTH - indent);
      const lines = [`  ${term}`.padEnd(indent) + first, ...rest.map((line) => " ".repeat(indent) + line)];
      return lines.map((line) => `${line.trimEnd()}\n`).join("");
    })
    .join("");
}

/** Breaks a paragraph into lines of at most `width` characters. */
function wrap(paragraph: string, width: number = WIDTH): readonly string[] {
  const lines: string[] = [];
  for (const word of paragraph.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
