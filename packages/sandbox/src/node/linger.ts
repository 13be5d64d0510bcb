import type { Duplex } from "node:stream";

const LINGER_MS = 200;

/**
 * Ends a connection that was answered before all of its request was read. At once would be too soon: the system
 * resets a connection with unread data, and the reset may overtake the answer.
 */
export function linger(socket: Duplex): void {
  const timer = setTimeout(() => socket.destroy(), LINGER_MS);
  timer.unref();
  socket.once("close", () => clearTimeout(timer));
}
