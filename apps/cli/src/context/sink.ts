import { ReaderLeft } from "../errors/reader-left.ts";

/** One output stream. */
export interface Sink {
  readonly isTTY: boolean;
  /**
   * Resolves when the string is written.
   *
   * @throws {ReaderLeft} when the reader has closed the stream; {@link Interruption} when the process is asked to stop
   * meanwhile; the error of the system when the write fails
   */
  write(output: string): Promise<void>;
}

/**
 * A {@link Sink} over a stream of the process.
 *
 * @param signal rejects a pending write; later writes are not waited for. Otherwise a slow reader, such as a pager,
 * would keep a process that is to stop.
 */
export function streamSink(stream: NodeJS.WriteStream, signal?: AbortSignal): Sink {
  // The callback below gets the same error; without a listener this event would end the process.
  stream.on("error", () => {});
  return {
    isTTY: stream.isTTY === true,
    write: (output) =>
      new Promise((resolve, reject) => {
        if (output === "") return resolve();
        const stop = () => reject(signal?.reason);
        signal?.addEventListener("abort", stop);
        stream.write(output, (error) => {
          signal?.removeEventListener("abort", stop);
          if (error) reject(isClosed(error) ? new ReaderLeft() : error);
          else resolve();
        });
        if (signal?.aborted) resolve();
      }),
  };
}

/** Windows reports a pipe without a reader as EOF, too. */
function isClosed({ code }: NodeJS.ErrnoException): boolean {
  return code === "EPIPE" || code === "EOF" || code === "ERR_STREAM_DESTROYED";
}

/** A {@link Sink} that ignores a closed stream. */
export function withoutReader(sink: Sink): Sink {
  const ignore = (error: unknown) => {
    if (!(error instanceof ReaderLeft)) throw error;
  };
  return { ...sink, write: (output) => sink.write(output).catch(ignore) };
}
