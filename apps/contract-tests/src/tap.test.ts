import { describe } from "vitest";
import { authorization } from "./document/credentials.ts";
import { documentFile } from "./document/document-file.ts";
import { forkPrism } from "./prism/fork-prism.ts";
import { send } from "./tap/send.ts";
import { NO_ANSWER, openTap } from "./tap/tap.ts";
import { contractClient } from "./targets/contract-client.ts";
import { test } from "./targets/test.ts";

const CallSid = `CA${"a".repeat(32)}`;
const path = `/v1/Voice/${CallSid}/Annotation`;
const right = { method: "GET", path, headers: { authorization } };
const deadly = { ...right, path: "/v1/Voice/%ZZ/Annotation" };
const endless = { method: "POST", path, headers: { authorization, "content-type": "application/json" }, body: "{" };

// Each of these waits for a process to start, so they wait together.
describe.concurrent("a process of Prism", () => {
  test("is replaced when a request has killed it, and the request is named", async ({ mock, expect }) => {
    await expect(send(deadly, mock.url)).rejects.toThrow(
      "No answer to GET /v1/Voice/%ZZ/Annotation : the server died of it: URIError: URI malformed (exit code 1)",
    );
    expect((await send(right, mock.url)).status).toBe(200);
    expect(mock.exchanges.map(({ answer }) => answer.status)).toEqual([NO_ANSWER, 200]);
  });

  test("stops by itself when its parent goes away", async ({ expect }) => {
    const host = await forkPrism({ document: documentFile });
    await host.stop();
    await expect(host.ended).resolves.toContain("exit code 0");
    await expect(fetch(host.urls.mock)).rejects.toThrow();
  });

  test("says why it cannot start", async ({ expect }) => {
    const start = forkPrism({ document: "missing.yaml" });
    await expect(start).rejects.toThrow(/^Prism did not start with missing.yaml: .*missing.yaml.*exit code 1/);
  });
});

describe("the tap", () => {
  test("does not wait forever for Prism, which hangs on malformed JSON", async ({ prism, onTestFinished, expect }) => {
    const upstream = async (): Promise<string> => (await prism.urls()).mock;
    const tap = await openTap({ upstream, obituary: async () => undefined, timeout: 300 });
    onTestFinished(tap.close);
    await expect(send(endless, tap.url)).rejects.toThrow("it took longer than 300 ms");
    expect((await send(right, tap.url)).status).toBe(200);
  });

  test("tells the client why there is no answer", async ({ onTestFinished, expect }) => {
    const upstream = async (): Promise<string> => "http://127.0.0.1:1";
    const tap = await openTap({ upstream, obituary: async () => "TypeError: a reason" });
    onTestFinished(tap.close);
    const answer = contractClient({ baseUrl: tap.url }).fetchAnnotation({ CallSid });
    await expect(answer).rejects.toThrow(/599.*the server died of it: TypeError: a reason/);
  });
});
