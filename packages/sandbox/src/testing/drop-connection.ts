import { once } from "node:events";
import { connect } from "node:net";
import { basic } from "./fixtures.ts";

/** Of one of a thousand calls. */
export function pathOf(number: number): string {
  return `/v1/Voice/CA${String(number % 1000).padStart(32, "0")}/Annotation`;
}

const head = (method: string, number: number) =>
  `${method} ${pathOf(number)} HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${basic()}\r\n`;

/** What is sent before a connection is dropped. */
const beginnings: readonly ((number: number) => string)[] = [
  () => "",
  () => "GET /v1",
  (number) => head("GET", number),
  (number) => `${head("GET", number)}\r\n`,
  (number) =>
    `${head("POST", number)}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 99\r\n\r\nSpam`,
  (number) => `${head("POST", number)}Sandbox-Fault: latency=60000\r\n\r\n`,
  () => "\u0016\u0003\u0001 no HTTP at all\r\n\r\n",
];

/** Opens a connection, begins something on it, and drops it: in one way or another, by the index. */
export async function dropConnection(port: number, index: number): Promise<void> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => {});
  await once(socket, "connect");
  socket.write(beginnings[index % beginnings.length]?.(index) ?? "");
  await new Promise(setImmediate);
  const closed = once(socket, "close");
  if (index % 2 === 0) socket.resetAndDestroy();
  else socket.destroy();
  await closed;
}
