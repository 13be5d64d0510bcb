import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { createSandbox } from "@earmark/sandbox";
import { listen } from "@earmark/sandbox/node";
import { expect, onTestFinished, test } from "vitest";
import { CALL, credentials, ended, runEarmark, startEarmark, TOKEN } from "./testing/run-earmark.ts";
import { sendError, sendJson, serve } from "./testing/serve.ts";

const atUrl = (url: string) => ({ ...credentials, EARMARK_BASE_URL: url });

test.each([["--version"], ["get", "--version"], ["nonsense", "--version"]])("%s %s", async (...args) => {
  const { version } = JSON.parse(await readFile(`${import.meta.dirname}/../package.json`, "utf8"));
  expect(await runEarmark(args)).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
});

test("gets, updates and gets again", async () => {
  const env = atUrl(await startSandbox());
  const empty = await runEarmark(["get", CALL], env);
  expect(empty).toMatchObject({ code: 0, stderr: "" });
  expect(empty.stdout).toMatch(/^answered_by {9}-$/m);

  const updated = await runEarmark(["update", CALL, "--answered-by", "human", "--spam", "--comment", "a b"], env);
  expect(updated).toMatchObject({ code: 0, stderr: `Updated ${CALL}.\n` });

  const read = await runEarmark(["get", CALL, "--output", "json"], env);
  expect(updated.stdout).toContain("comment             a b\n");
  expect(JSON.parse(read.stdout)).toMatchObject({ answered_by: "human", spam: true, comment: "a b" });
});

test("sends one request, and --base-url wins over the variable", async () => {
  const server = await serve((response) => sendJson(response, 200, { spam: true }));
  const { code } = await runEarmark(["update", CALL, "--spam", "--base-url", server.url], atUrl("http://127.0.0.1:9"));
  expect(code).toBe(0);
  expect(server.received).toEqual([`POST /v1/Voice/${CALL}/Annotation Spam=true`]);
});

test("sends nothing when the input is wrong", async () => {
  const server = await serve((response) => sendJson(response, 200, {}));
  const { code } = await runEarmark(["update", CALL, "--call-score", "9"], atUrl(server.url));
  expect({ code, received: server.received }).toEqual({ code: 2, received: [] });
});

test("--verbose logs every attempt and no secret, even when the server repeats it", async () => {
  const server = await serve((response, request) =>
    sendError(response, 503, `${TOKEN} ${request.headers.authorization}`),
  );
  const { code, stdout, stderr } = await runEarmark(["get", CALL, "--verbose"], atUrl(server.url));
  expect({ code, stdout }).toEqual({ code: 5, stdout: "" });
  expect(server.received).toHaveLength(4);
  expect(stderr).toMatch(
    /^GET http:\S+: 503, request RQ1, \d+ ms\nGET .*, attempt 2\nGET .*, attempt 3\nGET .*, attempt 4\n/,
  );
  expect(stderr).not.toContain(TOKEN);
  expect(stderr).not.toContain(Buffer.from(`${credentials.TWILIO_ACCOUNT_SID}:${TOKEN}`).toString("base64"));
});

test("credentials do not go to another machine unencrypted", async () => {
  const result = await runEarmark(["get", CALL, "--base-url", "http://user:hunter2@192.0.2.1/"], credentials);
  expect(result).toMatchObject({ code: 2, stdout: "" });
  expect(result.stderr).toContain("--base-url must be an https: URL");
  expect(result.stderr).not.toMatch(/hunter2|9f3a1c/);
});

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s during a request: exit code %i", async (signal, code) => {
  const child = startEarmark(["get", CALL], atUrl((await serve(() => void child.kill(signal))).url));
  expect(await ended(child)).toEqual({ code, stdout: "", stderr: "" });
});

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s while connecting: exit code %i, at once", { timeout: 60_000 }, async (signal, code) => {
  const child = startEarmark(["get", CALL, "--verbose"], atUrl(`http://127.0.0.1:${await deafPort()}`));
  // Long enough to start where others are at work, and long before an attempt ends by itself.
  setTimeout(() => child.kill(signal), 5_000);
  const finished = ended(child);
  const start = performance.now();
  expect(await finished).toEqual({ code, stdout: "", stderr: expect.stringMatching(/^GET .*: given up, \d+ ms\n$/) });
  expect(performance.now() - start).toBeLessThan(10_000);
});

test.each([
  ["SIGINT", 130, "table"],
  ["SIGTERM", 143, "ndjson"],
] as const)("%s while the reader takes its time: exit code %i, at once (%s)", async (signal, code, output) => {
  const server = await servePages();
  const child = startEarmark(["list", "--output", output], atUrl(server.url));
  // Nothing is read, so that no further page is requested once the pipe is full.
  for (let before = -1; before < server.received.length || before === 0; ) {
    before = server.received.length;
    await sleep(500);
  }
  const exited = once(child, "exit");
  child.kill(signal);
  expect(await exited).toEqual([code, null]);
  expect(server.received.length).toBeLessThan(100);
});

test.each(["--version", "--help", "get --help", `get ${CALL}`, "list --output json", "list --output csv"])(
  "a failed write is exit code 1, with the reason: %s",
  async (args) => {
    const full = openSync("/dev/full", "w");
    onTestFinished(() => closeSync(full));
    const env = atUrl(await startSandbox());
    const child = startEarmark(args.split(" "), env, full);
    const { code, stderr } = await ended(child);
    const reason = "unexpected failure: ENOSPC: no space left on device, write";
    const error = { name: "Error", message: reason, code: "ENOSPC", status: null, requestId: null, exitCode: 1 };
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: args.includes("json") ? `${JSON.stringify({ error })}\n` : `earmark: ${reason}\n`,
    });
  },
);

test.each(["list", `update ${CALL} --spam --verbose`])(
  "messages that cannot be written are ignored: %s",
  async (args) => {
    const full = openSync("/dev/full", "w");
    onTestFinished(() => closeSync(full));
    const sandbox = startEarmark(["sandbox", "--port", "0", "--verbose"], {}, "pipe", full);
    onTestFinished(() => void sandbox.kill());
    const [line] = await once(sandbox.stdout ?? sandbox, "data");
    const env = atUrl(/http:\S+/.exec(String(line))?.[0] ?? "");
    expect(await runEarmark(["update", CALL, "--comment", "a"], env)).toMatchObject({ code: 0 });
    const { code, stdout } = await ended(startEarmark(args.split(" "), env, "pipe", full));
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining(CALL) });
  },
);

/** Serves 100 pages of 50 calls. */
async function servePages() {
  const server = await serve((response, { url = "" }) => {
    const page = Number(new URL(url, server.url).searchParams.get("Page") ?? 0);
    const calls = Array.from({ length: 50 }, () => ({ call_sid: CALL, account_sid: credentials.TWILIO_ACCOUNT_SID }));
    const next = page < 99 ? `${server.url}/v1/Voice/Summaries?Page=${page + 1}` : null;
    sendJson(response, 200, { call_summaries: calls, meta: { next_page_url: next } });
  });
  return server;
}

test.each(["table", "json", "ndjson", "csv"])("no page is asked for once the reader has left: %s", async (output) => {
  const server = await servePages();
  const child = startEarmark(["list", "--output", output], atUrl(server.url));
  const closed = once(child, "close");
  const messages = child.stderr === null ? "" : text(child.stderr);
  await once(child.stdout ?? child, "data");
  child.stdout?.destroy();
  await closed;
  expect({ code: child.exitCode, messages: await messages }).toEqual({ code: 0, messages: "" });
  // One page was read, and others may have been on their way until the system closed the pipe.
  expect(server.received.length).toBeLessThan(50);
});

test("the carriage return of a server does not hide what came before", async () => {
  const server = await serve((response) =>
    sendError(response, 400, "\rearmark: saved.\u001b]0;x\u0007\nearmark: saved."),
  );
  const { code, stderr } = await runEarmark(["get", CALL], atUrl(server.url));
  expect(code).toBe(2);
  expect(stderr.split("\n")[0]).toBe(
    "earmark: The server responded with 400 (code 20400): \\rearmark: saved.\\u001b]0;x\\u0007\\nearmark: saved.",
  );
});

test("a reader that leaves is no failure", async () => {
  const server = await serve((response) => {
    child.stdout?.destroy();
    setTimeout(() => sendJson(response, 200, { comment: "x".repeat(1_000_000) }), 20);
  });
  const child = startEarmark(["get", CALL], atUrl(server.url));
  const [code] = await once(child, "exit");
  expect(code).toBe(0);
});

test("long output arrives completely", async () => {
  const comment = "x".repeat(1_000_000);
  const server = await serve((response) => sendJson(response, 200, { comment }));
  const { stdout } = await runEarmark(["get", CALL, "--output", "ndjson"], atUrl(server.url));
  expect(JSON.parse(stdout)).toEqual({ comment });
});

test.each(["SIGINT", "SIGTERM"] as const)("the sandbox says where it is, and %s stops it in order", async (signal) => {
  const child = startEarmark(["sandbox", "--port", "0"]);
  const finished = ended(child);
  const [line] = await once(child.stdout ?? child, "data");
  const url = /^Sandbox listening on (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(String(line))?.[1] ?? "";
  expect(await runEarmark(["get", CALL], atUrl(url))).toMatchObject({ code: 0 });
  child.kill(signal);
  expect(await finished).toMatchObject({ code: 0, stderr: "" });
  expect((await runEarmark(["get", CALL], atUrl(url))).code).toBe(5);
});

test("a port that is taken: exit code 2, and what to do", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const result = await runEarmark(["sandbox", "--port", String(port)]);
  server.close();
  expect(result).toEqual({
    code: 2,
    stdout: "",
    stderr: `earmark: 127.0.0.1:${port} is in use by another program; choose another --port, or 0 for any free one\n`,
  });
});

/** Listens, and then sleeps instead of accepting. */
const SLEEPER = `
const { createServer } = require("node:net");
const { parentPort } = require("node:worker_threads");
const server = createServer().listen({ port: 0, host: "127.0.0.1", backlog: 1 }, () => {
  parentPort.postMessage(server.address().port);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});`;

/** A loopback port where connections are neither made nor refused, for one test. */
async function deafPort(): Promise<number> {
  const sleeper = new Worker(SLEEPER, { eval: true });
  onTestFinished(async () => void (await sleeper.terminate()));
  const [port] = await once(sleeper, "message");
  // Fills the backlog of the system: further connections wait.
  for (let count = 0; count < 4; count += 1) {
    const socket = connect(port, "127.0.0.1").on("error", () => {});
    onTestFinished(() => void socket.destroy());
  }
  return port;
}

/** Starts a sandbox for one test and returns where it is. */
async function startSandbox(): Promise<string> {
  const server = await listen(createSandbox(), { port: 0, host: "127.0.0.1" });
  onTestFinished(() => server.close());
  return server.url;
}
