import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export interface PrismOptions {
  /** Prism serves the operations of all of them. */
  readonly documents: readonly string[];
  /** What the proxy stands in front of. Without it there is no proxy. */
  readonly upstream?: string;
}

const hostFile = fileURLToPath(new URL("./host.ts", import.meta.url));

/** Starts Prism in a process of its own, on free loopback ports. Resolves when it listens. */
export async function forkPrism({ documents, upstream = "" }: PrismOptions): Promise<HostProcess> {
  try {
    return await forkHost(hostFile, [upstream, ...documents]);
  } catch (error) {
    const why = error instanceof Error ? error.message : error;
    throw new Error(`Prism did not start with ${documents.join(" and ")}: ${why}`, { cause: error });
  }
}

/** A server in a process of its own. */
export interface HostProcess {
  readonly urls: PrismUrls;
  /** Resolves when the process has ended, with the reason that it gave. */
  readonly ended: Promise<string>;
  /** Lets go of it, whereupon it must end by itself. Rejects when it does not, and ends it. */
  stop(): Promise<void>;
  /** Ends it without asking. */
  kill(): Promise<void>;
}

/** Milliseconds until a host that was asked to end is made to. */
const GRACE = 15_000;

/** Starts a host. Resolves when it listens, rejects with its last words when it does not come to that. */
export function forkHost(file: string, args: readonly string[]): Promise<HostProcess> {
  const child = fork(file, args, {
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
    const timer = setTimeout(() => child.kill("SIGKILL"), GRACE);
    await ended;
    clearTimeout(timer);
    if (child.signalCode === "SIGKILL") throw new Error(`${file} did not end when its parent had gone.`);
  };
  const kill = async (): Promise<void> => {
    child.kill("SIGKILL");
    await ended;
  };
  return new Promise((resolve, reject) => {
    child.once("message", (message) => {
      if (isReadyMessage(message)) resolve({ urls: message.ready, ended, stop, kill });
    });
    ended.then((why) => reject(new Error(why)));
  });
}

/** The line of an uncaught error that says what it is; the stack below it is Prism's. */
function reason(complaints: string): string {
  const lines = complaints.split("\n").map((line) => line.trim());
  return lines.find((line) => /^\w*Error\b.*:/.test(line)) ?? lines.find((line) => line !== "") ?? "it gave no reason";
}

/** Where one host listens. */
export interface PrismUrls {
  readonly mock: string;
  /** Absent when there is nothing to stand in front of. */
  readonly proxy?: string;
}

/** What a host tells the process that forked it, once it listens. */
export interface ReadyMessage {
  readonly ready: PrismUrls;
}

function isReadyMessage(message: unknown): message is ReadyMessage {
  return typeof message === "object" && message !== null && "ready" in message;
}
