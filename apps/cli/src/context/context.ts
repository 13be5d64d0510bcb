import type { Fetch } from "@earmark/http";
import type { Sink } from "./sink.ts";

/** Everything that a command takes from its environment. */
export interface Context {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** Aborts with an {@link Interruption} when the process is asked to stop. */
  readonly signal: AbortSignal;
  /** A `fetch` for `url`: direct, or through the proxy of the environment. */
  openFetch(url: URL): Promise<Fetch>;
  /** A clock in milliseconds, for durations. */
  now(): number;
}
