import { ReaderLeft } from "../errors/reader-left.ts";
import type { Sink } from "./context.ts";

/** A {@link Sink} over a stream of the process. */
export function streamSink(stream: NodeJS.WriteStream): Sink {
  // Every failure also arrives at the callback below; without a listener this event would end the process.
  stream.on("error", () => {});
  return {
    isTTY: stream.isTTY === true,
    write: (text) =>
      new Promise((resolve, reject) => {
        if (text === "") return resolve();
        stream.write(text, (error) => (error ? reject(isClosed(error) ? new ReaderLeft() : error) : resolve()));
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
