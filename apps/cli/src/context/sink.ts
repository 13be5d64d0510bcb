import { ReaderLeft } from "../errors/reader-left.ts";

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

/**
 * A {@link Sink} over a stream of the process.
 *
 * @param signal rejects what is being written, and later on nothing is waited for: a reader that takes its time, such as
 * a pager, would keep a process that is to stop.
 */
export function streamSink(stream: NodeJS.WriteStream, signal?: AbortSignal): Sink {
  // Every failure also arrives at the callback below; without a listener this event would end the process.
  stream.on("error", () => {});
  return {
    isTTY: stream.isTTY === true,
    write: (text) =>
      new Promise((resolve, reject) => {
        if (text === "") return resolve();
        const stop = () => reject(signal?.reason);
        signal?.addEventListener("abort", stop);
        stream.write(text, (error) => {
          signal?.removeEventListener("abort", stop);
          if (error) reject(isClosed(error) ? new ReaderLeft() : error);
          else resolve();
        });
        if (signal?.aborted) resolve();
      }),
  };
}

function isClosed(error: NodeJS.ErrnoException): boolean {
  return error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED";
}

/** A {@link Sink} for what is as well left unread. */
export function withoutReader(sink: Sink): Sink {
  const ignore = (error: unknown) => {
    if (!(error instanceof ReaderLeft)) throw error;
  };
  return { ...sink, write: (text) => sink.write(text).catch(ignore) };
}
