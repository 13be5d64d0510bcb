import type { CommandContext } from "@stricli/core";
import type { Command } from "../commands/command.ts";

/** What stricli hands to a command: only a way back to us. */
export interface StricliContext extends CommandContext {
  call(command: Command, flags: Readonly<Record<string, unknown>>, positional: readonly string[]): Promise<void>;
}
