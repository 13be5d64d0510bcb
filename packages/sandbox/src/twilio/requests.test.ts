import { describe, expect, it } from "vitest";
import { createMemoryStore, createSandbox, type Fault, SettingsError } from "../index.ts";
import { accountSid, ask, basic, origin, path, refusal, untouched, update } from "../testing/fixtures.ts";
import { manualClock } from "../testing/manual-clock.ts";

const form = { authorization: basic(), "content-type": "application/x-www-form-urlencoded" };

/** A body of 10 KB each time that it is read. */
function chunks(count: number, end?: Error): { readonly body: ReadableStream; readonly reads: () => number } {
  let reads = 0;
  const body = new ReadableStream(
    {
      pull(controller) {
        reads += 1;
        if (reads <= count) controller.enqueue(new TextEncoder().encode("a".repeat(10_000)));
        else if (end === undefined) controller.close();
        else controller.error(end);
      },
    },
    { highWaterMark: 0 },
  );
  return { body, reads: () => reads };
}

async function statusOf(body: ReadableStream, headers: object = {}): Promise<number> {
  const init = { method: "POST", headers: { ...form, ...headers }, body, duplex: "half" };
  return (await createSandbox().fetch(new Request(origin + path, init))).status;
}

describe("a body without a socket", () => {
  it("is read no further than it may be", async () => {
    const endless = chunks(100);
    expect(await statusOf(endless.body)).toBe(413);
    expect(endless.reads()).toBeLessThan(20);
    const announced = chunks(100);
    expect(await statusOf(announced.body, { "content-length": "1000000" })).toBe(413);
    expect(announced.reads()).toBe(0);
  });

  it("is refused when it breaks off", async () => {
    expect(await statusOf(chunks(2, new Error("gone")).body)).toBe(400);
  });

  it("is no change where there is nothing in it, whatever it is called", async () => {
    for (const headers of [{}, { "content-type": "text/plain" }, { "content-type": "" }])
      expect(await (await ask(createSandbox(), { body: "", headers })).json()).toEqual(untouched);
  });

  it.each(["%", "%zz", "%ff"])("is told where it cannot be decoded: %s", async (broken) => {
    const { status, message } = await refusal({ body: `Unlisted=1&${broken}` });
    expect([status, message]).toEqual([400, expect.stringContaining("at character 11")]);
  });

  it.each(["application/x-www-form-urlencodedx", 'application/x-www-form-urlencoded;a=b;charset="utf-16"'])(
    "is no form as %s",
    async (type) => {
      expect(await refusal({ body: "Spam=true", headers: { "content-type": type } })).toMatchObject({ status: 415 });
    },
  );
});

describe("a caller that has given up", () => {
  it("has no effect, before or during the latency of a fault", async () => {
    const gone = new AbortController();
    const merged: unknown[] = [];
    const store = { ...createMemoryStore(), merge: () => Promise.reject(merged.push("merge")) };
    const clock = manualClock();
    const sleep = async (milliseconds: number) => {
      gone.abort(new Error("no patience"));
      await clock.sleep(milliseconds, undefined);
    };
    const init = { method: "POST", headers: form, body: "Spam=true", signal: gone.signal };
    const slow = createSandbox({ store, faults: [{ latency: 1 }], now: clock.now, sleep });
    await expect(slow.fetch(origin + path, init)).rejects.toThrow("no patience");
    await expect(createSandbox({ store }).fetch(origin + path, init)).rejects.toThrow("no patience");
    expect(merged).toEqual([]);
  });

  it("does not wait for a store", async () => {
    const waiting = new AbortController();
    const stuck = createSandbox({ store: { ...createMemoryStore(), merge: () => new Promise(() => {}) } });
    const asked = stuck.fetch(origin + path, { method: "POST", headers: form, signal: waiting.signal });
    waiting.abort(new Error("no more"));
    await expect(asked).rejects.toThrow("no more");
  });
});

describe("credentials", () => {
  const token = basic().replace("Basic ", "");

  it.each([`basic ${token}`, `BASIC  ${token}`])("may be written as %s", async (authorization) => {
    expect(await update(createSandbox(), "", authorization)).toEqual(untouched);
  });

  it.each([
    ["a SID that is too long", basic(`${accountSid}a`)],
    ["a SID with something before it", basic(`x${accountSid}`)],
    ["a key that is too short", basic(accountSid.replace("AC", "SK").slice(0, -1))],
    ["a key that is too long", basic(`${accountSid.replace("AC", "SK")}a`)],
    ["a key with something before it", basic(`x${accountSid.replace("AC", "SK")}`)],
  ])("are none with %s", async (_, authorization) => {
    expect(await refusal({ authorization })).toMatchObject({
      status: 401,
      headers: { "www-authenticate": 'Basic realm="Twilio API", charset="UTF-8"' },
    });
  });
});

describe("a fault that makes no sense is refused, in a script and in a header", () => {
  it.each<[fault: object, header: string]>([
    [{ state: 503 }, "state=503"],
    [{ status: 399 }, "status=399"],
    [{ status: 600 }, "status=600"],
    [{ status: 503, jitter: 1 }, "status=503; jitter=1"],
    [{ status: 503, per: 1 }, "status=503; per=1"],
    [{ latency: 1, retryAfter: 1 }, "latency=1; retry-after=1"],
    [{ reset: true, code: 1 }, "reset; code=1"],
    [{ status: 503, requests: 0 }, "status=503; requests=0"],
    [{ status: 503, times: 0 }, "status=503; times=0"],
    [{ status: 503, account: "AC1" }, "status=503; account=AC1"],
  ])("%j", async (fault, header) => {
    expect(() => createSandbox({ faults: [fault as Fault] })).toThrow(SettingsError);
    expect(await refusal({ headers: { "sandbox-fault": header } })).toMatchObject({ status: 400, code: 20001 });
  });

  it.each([-1, 2 ** 32])("and so is the seed %s", (seed) => {
    expect(() => createSandbox({ seed })).toThrow(SettingsError);
  });
});
