import { UsageError } from "../errors/usage-error.ts";
import { isOutputFormat, type OutputFormat, outputFormats } from "../output/format.ts";
import type { GivenOptions, Option } from "./option.ts";

/** Options of every command. */
export const sharedOptions: readonly Option[] = [
  {
    kind: "value",
    name: "base-url",
    placeholder: "URL",
    help: "Where the API is: https:, or http: to this machine. Wins over EARMARK_BASE_URL.",
  },
  {
    kind: "value",
    name: "output",
    placeholder: outputFormats.join("|"),
    help: "How data is written to stdout. table unless given; csv marks what a spreadsheet would run as a formula; with json and ndjson, an error is a line of JSON.",
  },
  { kind: "switch", name: "quiet", negatable: false, help: "Nothing on stderr but errors." },
  { kind: "switch", name: "verbose", negatable: false, help: "Every request on stderr, without credentials." },
];

/** Handled before any command; listed in help only. */
export const builtInOptions: readonly Option[] = [
  { kind: "switch", name: "help", negatable: false, help: "Print this and exit." },
  { kind: "switch", name: "version", negatable: false, help: "Print the version and exit." },
];

/** The shared options, checked. */
export interface Settings {
  readonly baseUrl: string | undefined;
  readonly output: OutputFormat;
  readonly quiet: boolean;
  readonly verbose: boolean;
}

export function readSettings({ output = "table", quiet, verbose, "base-url": baseUrl }: GivenOptions): Settings {
  const problems: string[] = [];
  const format = String(output);
  if (!isOutputFormat(format)) {
    problems.push(`--output must be one of ${outputFormats.join(", ")}, received ${JSON.stringify(format)}`);
  }
  if (quiet === true && verbose === true) problems.push("--quiet and --verbose exclude each other; pass one of them");
  if (problems.length > 0 || !isOutputFormat(format)) throw new UsageError(...problems);
  return {
    baseUrl: typeof baseUrl === "string" ? baseUrl : undefined,
    output: format,
    quiet: quiet === true,
    verbose: verbose === true,
  };
}
