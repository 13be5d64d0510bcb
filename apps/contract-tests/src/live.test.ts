import { writeFile } from "node:fs/promises";
import { readOperations } from "@earmark/contract";
import { createSandbox } from "@earmark/sandbox";
import { listen } from "@earmark/sandbox/node";
import { afterAll, describe, expect, test } from "vitest";
import { contracts } from "./contracts/index.ts";
import { readingCases, writingCases } from "./live/live-cases.ts";
import { HOW_TO, liveOptions } from "./live/live-options.ts";
import { type LiveTarget, liveTarget } from "./live/live-target.ts";

const operations = await readOperations(contracts);
const [server = ""] = operations.flatMap(({ documented }) => documented.servers?.map(({ url }) => url) ?? []);
const options = liveOptions(process.env, server);

describe.skipIf(options === undefined)("the live API", () => {
  const target = options && liveTarget(options, contracts);
  const cases = [...readingCases(operations), ...(options?.writable === undefined ? [] : writingCases(operations))];
  test.for(cases)("$name", ({ check }) => target && check(target));

  afterAll(async () => {
    if (options?.recording !== undefined) await writeFile(options.recording, recordingOf(target));
  });
});

test.runIf(options === undefined)("says how the live API is asked", ({ task, skip }) => {
  task.meta.notice = HOW_TO;
  skip();
});

// Nothing here reaches the internet, so a sandbox on a port stands in for the provider.
describe("whatever is asked of the live API", () => {
  const readable = `CA${"1f".repeat(16)}`;
  const writable = `CA${"2e".repeat(16)}`;
  const accountSid = `AC${"3d".repeat(16)}`;
  const secrets = [readable, writable, accountSid, "3d3d3d", "the token", btoa(`${accountSid}:the token`)];

  test("leaves everything as it was, and is recorded without anything personal", async ({ onTestFinished }) => {
    const listening = await listen(createSandbox());
    onTestFinished(listening.close);
    const environment = {
      EARMARK_BASE_URL: listening.url,
      TWILIO_ACCOUNT_SID: accountSid,
      TWILIO_AUTH_TOKEN: "the token",
      CONTRACT_LIVE_READ: readable,
      CONTRACT_LIVE_WRITE: writable,
    };
    const personal = "call me, I am at home";
    const note = (sid: string, init: RequestInit) =>
      fetch(`${listening.url}/v1/Voice/${sid}/Annotation`, {
        ...init,
        headers: {
          authorization: `Basic ${btoa(`${accountSid}:the token`)}`,
          "content-type": "application/x-www-form-urlencoded",
        },
      });
    await note(writable, {
      method: "POST",
      body: `Comment=${encodeURIComponent(personal)}&AnsweredBy=human&QualityIssues=echo`,
    });
    const before = await (await note(writable, {})).json();

    const found = liveOptions(environment, server);
    const target = liveTarget(found ?? expect.unreachable(), contracts);
    for (const { check } of [...readingCases(operations), ...writingCases(operations)]) await check(target);

    const writes = target.exchanges.filter(({ request }) => request.method === "POST");
    expect(writes.map(({ response }) => response.status < 300)).toEqual([true, true]);
    expect(await (await note(writable, {})).json()).toEqual(before);
    const recording = recordingOf(target);
    expect(recording).toContain("x".repeat(personal.length));
    expect(recording).toContain("echo");
    for (const secret of [...secrets, personal]) expect(recording.toLowerCase()).not.toContain(secret.toLowerCase());
  });
});

function recordingOf(target: LiveTarget | undefined): string {
  return `${JSON.stringify(target?.exchanges, null, 2)}\n`;
}
