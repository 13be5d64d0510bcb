import { Interruption } from "../errors/interruption.ts";

/**
 * Aborts on SIGINT and SIGTERM, so that what is under way can end in order. A second signal finds no listener any more
 * and ends the process at once, should the order take too long.
 */
export function abortOnSignals(source: NodeJS.EventEmitter): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    source.once(signal, () => controller.abort(new Interruption(signal)));
  }
  return controller.signal;
}
