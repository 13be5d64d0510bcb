import { UsageError } from "../errors/usage-error.ts";
import { isOutputFormat, type OutputFormat, outputFormats } from "../output/format.ts";
import type { GivenOptions } from "./option.ts";

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
