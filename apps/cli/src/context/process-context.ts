import { Interruption } from "../errors/interruption.ts";
import type { Context } from "./context.ts";
import { openFetch } from "./open-fetch.ts";
import { streamSink, withoutReader } from "./sink.ts";

/** The {@link Context} of a real process. */
export function processContext(source: NodeJS.Process): Context {
  const signal = abortOnSignals(source);
  return {
    env: source.env,
    stdout: streamSink(source.stdout, signal),
    stderr: withoutReader(streamSink(source.stderr, signal)),
    signal,
    openFetch: (url) => openFetch(url, source.env),
    now: () => performance.now(),
  };
}

/**
 * Aborts on SIGINT and SIGTERM, so that the command can shut down cleanly. A second signal finds no listener and ends
 * the process at once.
 */
function abortOnSignals(source: NodeJS.EventEmitter): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    source.once(signal, () => controller.abort(new Interruption(signal)));
  }
  return controller.signal;
}
