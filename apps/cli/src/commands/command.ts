import type { Session } from "../connection/with-client.ts";
import type { ExitCode } from "../errors/exit-code.ts";
import type { GivenOptions, Option } from "../options/option.ts";

/** A command: what help says about it, what it takes and what it does. */
export interface Command {
  /** Sentences. */
  readonly description: string;
  readonly positional: readonly Positional[];
  /** Its own ones, besides the shared ones. */
  readonly options: readonly Option[];
  run(invocation: Invocation): Promise<ExitCode>;
}

export interface Positional {
  readonly placeholder: string;
  readonly help: string;
}

/** One call of a command, whose arguments are not checked yet. */
export interface Invocation extends Session {
  readonly positional: readonly (string | undefined)[];
  readonly given: GivenOptions;
}
