// Shows that memory stays flat: node src/testing/soak.ts [CONNECTIONS] [REQUESTS]
//
// Opens connections and drops them in every way there is, then sends requests of every kind, and prints what the
// server, a process of its own, takes after each round.
import { fork } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { createSandbox } from "../index.ts";
import { listen } from "../node.ts";
import { dropConnection, pathOf } from "./drop-connection.ts";
import { basic } from "./fixtures.ts";

const authorization = basic();

interface Usage {
  readonly rss: number;
  readonly heapUsed: number;
  readonly sockets: number;
}

async function serve(): Promise<void> {
  const { url } = await listen(createSandbox(), { headersTimeout: 5_000, requestTimeout: 5_000 });
  process.on("message", () => {
    globalThis.gc?.();
    const { rss, heapUsed } = process.memoryUsage();
    const sockets = process.getActiveResourcesInfo().filter((name) => name === "TCPSocketWrap").length;
    process.send?.({ rss, heapUsed, sockets } satisfies Usage);
  });
  process.once("disconnect", () => process.exit(0));
  process.send?.(url);
}

/** Does something so many times, so many at once. */
async function repeat(times: number, atOnce: number, act: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const work = async () => {
    while (next < times) await act(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

const kinds: readonly ((number: number) => { method: string; body?: string; headers?: Record<string, string> })[] = [
  () => ({ method: "GET" }),
  (number) => ({ method: "POST", body: `Comment=${number}&Spam=true` }),
  () => ({ method: "POST", body: "CallScore=9&Coment=a" }),
  () => ({ method: "GET", headers: { authorization: "none" } }),
  () => ({ method: "DELETE" }),
  (number) => ({ method: "GET", headers: { "sandbox-fault": `status=503; times=${1 + (number % 100_000)}` } }),
];

function send(url: string, agent: Agent, index: number): Promise<void> {
  const { method, body = "", headers } = kinds[index % kinds.length]?.(index) ?? { method: "GET" };
  const type = body === "" ? {} : { "content-type": "application/x-www-form-urlencoded" };
  return new Promise((resolve, reject) => {
    const sent = request(url + pathOf(index), { agent, method, headers: { authorization, ...type, ...headers } });
    sent.on("error", reject);
    sent.on("response", (response) => response.resume().on("end", resolve));
    sent.end(body);
  });
}

async function drive(connections: number, requests: number): Promise<void> {
  const server = fork(import.meta.filename, ["serve"], { execArgv: ["--expose-gc"] });
  const [url] = (await once(server, "message")) as [string];
  const port = Number(new URL(url).port);
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const report = async (what: string) => {
    server.send("usage");
    const [{ rss, heapUsed, sockets }] = (await once(server, "message")) as [Usage];
    const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(1).padStart(6);
    process.stdout.write(
      `${what.padEnd(40)} rss ${megabytes(rss)} MiB  heap ${megabytes(heapUsed)} MiB  sockets ${sockets}\n`,
    );
  };
  await report("started");
  await repeat(5_000, 64, (index) => send(url, agent, index));
  await report("after a warm-up of 5000 requests");
  for (let round = 1; round <= 4; round++) {
    await repeat(connections / 4, 200, (index) => dropConnection(port, index));
    await report(`after ${(connections / 4) * round} dropped connections`);
  }
  for (let round = 1; round <= 4; round++) {
    await repeat(requests / 4, 64, (index) => send(url, agent, index + round * requests));
    await report(`after ${(requests / 4) * round} requests`);
  }
  agent.destroy();
  server.disconnect();
}

const [mode = "20000", requests = "100000"] = process.argv.slice(2);
await (mode === "serve" ? serve() : drive(Number(mode), Number(requests)));
