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
        stream.write(text, (error) => (error && !isClosed(error) ? reject(error) : resolve()));
      }),
  };
}

/** The reader has seen enough (`| head`) and left, which is no failure of ours. */
function isClosed(error: NodeJS.ErrnoException): boolean {
  return error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED";
}
