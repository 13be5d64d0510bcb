import { once } from "node:events";
import { connect } from "node:net";
import { Worker } from "node:worker_threads";
import { onTestFinished } from "vitest";

/** Listens, and then sleeps instead of accepting. */
const SLEEPER = `
const { createServer } = require("node:net");
const { parentPort } = require("node:worker_threads");
const server = createServer().listen({ port: 0, host: "127.0.0.1", backlog: 1 }, () => {
  parentPort.postMessage(server.address().port);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});`;

/** A loopback port where connections are neither made nor refused, for one test. */
export async function deafPort(): Promise<number> {
  const sleeper = new Worker(SLEEPER, { eval: true });
  onTestFinished(async () => void (await sleeper.terminate()));
  const [port] = await once(sleeper, "message");
  // What the system accepts by itself, before it leaves the rest waiting.
  for (let count = 0; count < 4; count += 1) {
    const socket = connect(port, "127.0.0.1").on("error", () => {});
    onTestFinished(() => void socket.destroy());
  }
  return port;
}
