import { abortOnSignals } from "./abort-on-signals.ts";
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
