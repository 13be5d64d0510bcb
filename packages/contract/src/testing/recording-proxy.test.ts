import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, type TestContext, vi } from "vitest";
import type { Contract } from "../contract/contract.ts";
import { NO_RESPONSE, type WireRequest } from "../coverage/exchange.ts";
import { forkHost, forkPrism } from "../prism/process.ts";
import { openRecordingProxy, type RecordingProxy } from "../prism/recording-proxy.ts";
import { openRequestLog, type RequestLog } from "../prism/request-log.ts";
import { supervise } from "../prism/supervisor.ts";
import { send } from "../targets/call.ts";
import { testWith } from "../vitest.ts";

// As much of a contract as Prism needs.
const test = testWith([{ document: join(import.meta.dirname, "things.yaml") } as Contract]);

const get = (path: string): WireRequest => ({ method: "GET", path, headers: {} });

/** Proxies before a server that is easy to kill. */
async function fragile(
  onTestFinished: TestContext["onTestFinished"],
): Promise<{ readonly recorder: RecordingProxy; readonly impatient: RecordingProxy; readonly log: RequestLog }> {
  const log = openRequestLog();
  const file = fileURLToPath(new URL("fragile-host.ts", import.meta.url));
  const supervisor = await supervise(() => forkHost(file, []), log);
  const upstream = async (): Promise<string> => (await supervisor.urls()).mock;
  const recorder = await openRecordingProxy({ upstream, exitReason: supervisor.exitReason, log });
  const impatient = await openRecordingProxy({ upstream, exitReason: supervisor.exitReason, log, timeout: 300 });
  onTestFinished(async () => {
    await recorder.close();
    await impatient.close();
    await supervisor.close();
  });
  return { recorder, impatient, log };
}

describe.concurrent("a server behind a recording proxy", () => {
  test("is replaced when a request has killed it, and the request is named", async ({ onTestFinished, expect }) => {
    const { recorder, log } = await fragile(onTestFinished);
    await expect(send(get("/die"), recorder)).rejects.toThrow(
      "No response to GET /die: the server died of it: Error: killed by a request (exit code 1)",
    );
    expect((await send(get("/"), recorder)).status).toBe(200);
    expect(recorder.exchanges.map(({ response }) => response.status)).toEqual([NO_RESPONSE, 200]);
    expect(log.crashes).toEqual([]);
  });

  test("is not waited for when it hangs, and serves others", async ({ onTestFinished, expect }) => {
    const { recorder, impatient } = await fragile(onTestFinished);
    await expect(send(get("/hang"), impatient)).rejects.toThrow("No response to GET /hang: it took longer than 300 ms");
    expect((await send(get("/"), recorder)).status).toBe(200);
  });

  test("is replaced when it responds to no request any more", async ({ onTestFinished, expect }) => {
    const { recorder, impatient } = await fragile(onTestFinished);
    await expect(send(get("/spin"), impatient)).rejects.toThrow(
      /GET \/spin: the server died of it: it responded to no request.*SIGKILL/,
    );
    expect((await send(get("/"), recorder)).status).toBe(200);
  });

  test("that dies between requests is replaced, and the last request is named", async ({ onTestFinished, expect }) => {
    const { recorder, log } = await fragile(onTestFinished);
    await send(get("/respond-and-die"), recorder);
    await vi.waitFor(() => expect(log.crashes).toHaveLength(1), { timeout: 30_000 });
    expect(log.crashes[0]).toMatch(
      /between requests: Error: killed by something later.*The last one that it responded to: GET \/respond-and-die$/,
    );
    expect((await send(get("/"), recorder)).status).toBe(200);
  });

  test("names each request that may have killed it", async ({ onTestFinished, expect }) => {
    const { recorder } = await fragile(onTestFinished);
    const hanging = send(get("/hang"), recorder);
    await vi.waitFor(() => expect(recorder.exchanges).toEqual([]), { timeout: 30_000 });
    const responses = await Promise.allSettled([hanging, send(get("/die"), recorder)]);
    expect(responses.map((response) => response.status === "rejected" && response.reason.message)).toEqual([
      expect.stringMatching(/GET \/hang: the server died of it, or of one that was under way too \(GET \/die\)/),
      expect.stringMatching(/GET \/die: the server died of it, or of one that was under way too \(GET \/hang\)/),
    ]);
  });
});

describe("a request that never reached a server", () => {
  test("is sent again, and not blamed", async ({ onTestFinished, expect, mock }) => {
    const log = openRequestLog();
    const urls = ["http://127.0.0.1:1", mock.url];
    const upstream = async (): Promise<string> => urls.shift() ?? mock.url;
    const recorder = await openRecordingProxy({ upstream, exitReason: async () => "Error: long ago", log });
    onTestFinished(recorder.close);
    expect((await send(get("/things/1"), recorder)).status).toBe(200);
    expect(log.crashes).toEqual([expect.stringContaining("Error: long ago. The last one that it responded to: none")]);
  });

  test("is not sent for ever", async ({ onTestFinished, expect }) => {
    const upstream = async (): Promise<string> => "http://127.0.0.1:1";
    const recorder = await openRecordingProxy({ upstream, exitReason: async () => "TypeError: a reason" });
    onTestFinished(recorder.close);
    await expect(send(get("/"), recorder)).rejects.toThrow("TypeError: a reason");
  });
});

// What Prism itself does, of which all of the above is made.
describe.concurrent("Prism", () => {
  test("hangs or dies of some requests, as mock and as proxy, and never for good", async ({
    mock,
    proxy,
    prism,
    expect,
  }) => {
    const endless = { method: "POST", path: "/", headers: { "content-type": "application/json" }, body: "{" };
    // The sandbox behind the proxy knows no things.
    for (const [name, target, status] of [
      ["proxy", proxy, 404],
      ["mock", mock, 200],
    ] as const) {
      expect((await send(get("/things/1"), target)).status).toBe(status);
      const upstream = async (): Promise<string> => Object(await prism.urls())[name];
      const impatient = await openRecordingProxy({ upstream, exitReason: prism.exitReason, timeout: 300 });
      await expect(send(endless, impatient)).rejects.toThrow("No response to POST / {: it took longer than 300 ms");
      await impatient.close();
      await expect(send(get("/things/%ZZ"), target)).rejects.toThrow(
        /%ZZ.*: the server died of it: URIError: URI malformed/,
      );
    }
  });

  test("says why it cannot start", async ({ expect }) => {
    const start = forkPrism({ documents: ["missing.yaml"] });
    await expect(start).rejects.toThrow(/^Prism did not start with missing.yaml: .*missing.yaml.*exit code 1/);
  });
});
