import { abortOnSignals } from "./abort-on-signals.ts";
import type { Context } from "./context.ts";
import { openFetch } from "./open-fetch.ts";
import { streamSink, withoutReader } from "./stream-sink.ts";

/** The {@link Context} of a real process. */
export function processContext(source: NodeJS.Process): Context {
  return {
    env: source.env,
    stdout: streamSink(source.stdout),
    stderr: withoutReader(streamSink(source.stderr)),
    signal: abortOnSignals(source),
    openFetch: (url) => openFetch(url, source.env),
    now: () => performance.now(),
  };
}
