import type { Caller } from "../connection/with-client.ts";
import type { ExitCode } from "../errors/exit-code.ts";
import type { GivenOptions, Option } from "../options/option.ts";

/** A command: what help says about it, what it takes, what it does. */
export interface Command {
  /** Sentences. */
  readonly description: string;
  readonly positional: readonly Positional[];
  /** Its own ones, besides the shared ones. */
  readonly options: readonly Option[];
  run(call: Call): Promise<ExitCode>;
}

export interface Positional {
  readonly placeholder: string;
  readonly help: string;
}

/** One call of a command. What was given is not checked yet. */
export interface Call extends Caller {
  readonly positional: readonly (string | undefined)[];
  readonly given: GivenOptions;
}
