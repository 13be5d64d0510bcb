import { randomUUID } from "node:crypto";
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import type { Exchange, RecordedExchange, TargetName } from "./exchange.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where workers leave what went over the wire. Absent when coverage is not measured. */
    readonly exchangesFolder?: string;
  }
}

/**
 * Keeps what a target receives and responds with, for the measurement at the end of the run. Into a file of its own, so that
 * workers need not know of each other, and at once, so that nothing is lost with one of them.
 */
export function recordExchanges(target: TargetName): (exchange: Exchange) => void {
  const folder = inject("exchangesFolder");
  if (folder === undefined) return () => {};
  const file = join(folder, `${randomUUID()}.ndjson`);
  return ({ request, response }) => {
    const recorded: RecordedExchange = { target, request, response };
    appendFileSync(file, `${JSON.stringify(recorded)}\n`);
  };
}
