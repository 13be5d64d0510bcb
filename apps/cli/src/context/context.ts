import type { Fetch } from "@earmark/http";

/** Everything that a command takes from the world around it. */
export interface Context {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** Aborts with an {@link Interruption} when the process is asked to stop. */
  readonly signal: AbortSignal;
  /** What sends requests to `url`: directly, or through the proxy of the environment. */
  openFetch(url: URL): Promise<Fetch>;
  /** Milliseconds, for durations. */
  now(): number;
}

/** One output stream. */
export interface Sink {
  readonly isTTY: boolean;
  /**
   * Resolves when the text is written.
   *
   * @throws {ReaderLeft} when nobody is there to read it; {@link Interruption} when the process is asked to stop
   * meanwhile; what the system says when it cannot be written
   */
  write(text: string): Promise<void>;
}
