import type { Parties } from "./parties.ts";
import type { Layer } from "./suite.ts";

/** What noticed that something is wrong. */
export interface Verdict {
  readonly layer: string;
  readonly reason: string;
}

/** Runs cases until one fails; `undefined` when all of them hold, and nobody would have noticed anything. */
export async function judge(layers: readonly Layer[], parties: Parties): Promise<Verdict | undefined> {
  for (const { name: layer, cases } of layers) {
    try {
      for (const { name, check } of cases()) {
        try {
          await check(parties);
        } catch (error) {
          return { layer, reason: `${name}: ${messageOf(error)}` };
        }
      }
    } catch (error) {
      return { layer, reason: messageOf(error) };
    }
  }
  return undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
}
