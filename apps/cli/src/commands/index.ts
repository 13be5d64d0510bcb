import type { Command } from "./command.ts";

/** A command before it is loaded. */
export interface CommandEntry {
  /** For the list of commands. */
  readonly brief: string;
  load(): Promise<Command>;
}

/** All commands, by name. Each is loaded when it is called. */
export const commands: Readonly<Record<string, CommandEntry>> = {
  get: { brief: "Print the annotation of a call", load: async () => (await import("./get.ts")).get },
  list: { brief: "List calls, by their annotation if wanted", load: async () => (await import("./list.ts")).list },
  update: { brief: "Annotate a call", load: async () => (await import("./update.ts")).update },
  sandbox: { brief: "Run a local stand-in for the API", load: async () => (await import("./sandbox.ts")).sandbox },
};
