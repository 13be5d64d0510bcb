import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { isReadyMessage, type PrismUrls } from "./host-message.ts";

export interface PrismOptions {
  readonly document: string;
  /** What the proxy stands in front of. Without it there is no proxy. */
  readonly upstream?: string;
}

export interface PrismProcess {
  readonly urls: PrismUrls;
  /** Resolves when the process has ended, with the reason that it gave. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

const hostFile = fileURLToPath(new URL("./host.ts", import.meta.url));

/** Starts Prism in a process of its own, on free loopback ports. Resolves when it listens. */
export function forkPrism({ document, upstream }: PrismOptions): Promise<PrismProcess> {
  const child = fork(hostFile, upstream === undefined ? [document] : [document, upstream], {
    // Options of the test runner's own process are not for this one.
    execArgv: [],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let complaints = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    complaints += text;
  });
  // The event "close" stands for both, but does not come after a disconnect() on this side.
  const ended = Promise.all([once(child, "exit"), child.stderr && once(child.stderr, "close")]).then(
    ([[code, signal]]) => `${reason(complaints)} (${signal ?? `exit code ${code}`})`,
  );
  const stop = async (): Promise<void> => {
    if (child.connected) child.disconnect();
    await ended;
  };
  return new Promise((resolve, reject) => {
    child.once("message", (message) => {
      if (isReadyMessage(message)) resolve({ urls: message.ready, ended, stop });
    });
    ended.then((why) => reject(new Error(`Prism did not start with ${document}: ${why}`)));
  });
}

/** The line of an uncaught error that says what it is; the stack below it is Prism's affair. */
function reason(complaints: string): string {
  const lines = complaints.split("\n").map((line) => line.trim());
  return lines.find((line) => /^\w*Error\b.*:/.test(line)) ?? lines.find((line) => line !== "") ?? "it gave no reason";
}
