import { describe, expect, it } from "vitest";
import {
  createMemoryStore,
  createSandbox,
  type Fault,
  type FaultFunction,
  type Sandbox,
  SettingsError,
} from "../index.ts";
import { accountSid, ask, basic, callSid, path, type Sent, untouched } from "../testing/fixtures.ts";
import { manualClock } from "../testing/manual-clock.ts";
import { createFaultInjector } from "./fault-injector.ts";

const withFaults = (...faults: readonly Fault[]) => createSandbox({ faults });

/** The statuses of some requests, one after another; `reset` for none. */
async function statuses(sandbox: Sandbox, ...requests: readonly Sent[]): Promise<readonly (number | "reset")[]> {
  const seen: (number | "reset")[] = [];
  for (const sent of requests) {
    seen.push(
      await ask(sandbox, sent).then(
        ({ status }) => status,
        () => "reset" as const,
      ),
    );
  }
  return seen;
}

const get: Sent = {};
const post: Sent = { body: "Spam=true" };
const asking = (fault: string, sent: Sent = get): Sent => ({ ...sent, headers: { "Sandbox-Fault": fault } });
const times = (count: number, sent: Sent) => Array.from({ length: count }, () => sent);

describe("a script", () => {
  it("picks requests by their number among those that match", async () => {
    const sandbox = withFaults({ method: "POST", requests: "3-5", status: 503 });
    expect(await statuses(sandbox, post, get, post, get, post, post, get, post, post)).toEqual([
      200, 200, 200, 200, 503, 503, 200, 503, 200,
    ]);
    expect(await statuses(withFaults({ requests: 2, status: 500 }), get, get, get)).toEqual([200, 500, 200]);
    expect(await statuses(withFaults({ requests: "2-", status: 500 }), get, get, get)).toEqual([200, 500, 500]);
  });

  it("picks requests by operation and account, and counts how often it applied", async () => {
    const other: Sent = { authorization: basic(`AC${"0".repeat(32)}`) };
    expect(await statuses(withFaults({ operation: "FetchAnnotation", status: 500 }), get, post)).toEqual([500, 200]);
    expect(await statuses(withFaults({ account: accountSid, status: 500 }), other, get)).toEqual([200, 500]);
    expect(await statuses(withFaults({ times: 2, status: 500 }), get, post, get)).toEqual([500, 500, 200]);
    expect(await statuses(withFaults({ operation: "FetchAnnotation", status: 500 }), { path: "/" })).toEqual([404]);
  });

  it("lets the first fault with an outcome decide, and adds up what all of them take", async () => {
    const clock = manualClock();
    const faults: readonly Fault[] = [
      { latency: 100 },
      { status: 503, times: 1, latency: 20 },
      { status: 500, times: 1, latency: 3 },
    ];
    const sandbox = createSandbox({ faults, ...clock });
    expect(await statuses(sandbox, get, get, get)).toEqual([503, 500, 200]);
    expect(clock.slept).toEqual([120, 103, 100]);
  });

  it("applies to requests that would be refused anyway, as a failing server does", async () => {
    const sandbox = withFaults({ status: 502 });
    const requests: readonly Sent[] = [
      { authorization: null },
      { path: "/" },
      { method: "PUT" },
      { method: "OPTIONS" },
    ];
    expect(await statuses(sandbox, ...requests)).toEqual([502, 502, 502, 502]);
  });

  it("draws the same from the same seed, whatever other faults draw", async () => {
    const run = (seed: number, ...before: readonly Fault[]) =>
      statuses(createSandbox({ seed, faults: [...before, { probability: 0.3, status: 500 }] }), ...times(50, get));
    const first = await run(7);
    expect(await run(7)).toEqual(first);
    expect(await run(8)).not.toEqual(first);
    expect(first.filter((status) => status === 500).length).toBeGreaterThan(3);
    expect(await statuses(withFaults({ probability: 0, status: 500 }), get)).toEqual([200]);
    expect(await statuses(withFaults({ probability: 1, status: 500 }), ...times(20, get))).not.toContain(200);
  });

  it("may be a function", async () => {
    const contexts: unknown[] = [];
    const faults: FaultFunction = async (request, context) => {
      contexts.push(context);
      return (await request.clone().text()).includes("Spam") ? { status: 503 } : undefined;
    };
    const sandbox = createSandbox({ faults });
    expect(await statuses(sandbox, get, post, { authorization: null, path: "/" })).toEqual([200, 503, 404]);
    expect(contexts).toEqual([
      { account: accountSid, operation: "FetchAnnotation", count: 1 },
      { account: accountSid, operation: "UpdateAnnotation", count: 2 },
      { account: undefined, operation: undefined, count: 3 },
    ]);
  });

  it.each<[string, FaultFunction]>([
    ["throws", () => Promise.reject(new Error("mine"))],
    ["returns no fault", () => ({ status: 999 })],
  ])("that is a function which %s leads to 500, and is reported", async (_, faults) => {
    const reported: unknown[] = [];
    const sandbox = createSandbox({ faults, onError: (error) => reported.push(error) });
    expect(await statuses(sandbox, get)).toEqual([500]);
    expect(reported).toHaveLength(1);
  });

  it.each<[Fault, string]>([
    [{}, "must have at least one of latency, status, reset, body, json, concurrency, rate"],
    [{ status: 200 }, ".status must be an integer from 400 to 599, received 200"],
    [{ status: 500, reset: true }, "must not have both status and reset"],
    [{ reset: true, body: "html" }, "must not have both reset and body"],
    [{ latency: 1, processed: true }, "has processed, which needs status or reset"],
    [
      { status: 500, requests: "5-3" },
      'requests must be a number from 1 on or a range such as "3-5" or "3-", received "5-3"',
    ],
    [{ status: 500, probability: 2 }, "probability must be a number from 0 to 1, received 2"],
    [{ status: 500, method: "post" }, 'method must be a method in capitals, received "post"'],
    [
      { body: "wrong" as "html" },
      'body must be one of "truncated", "malformed", "html", "text", "empty", received "wrong"',
    ],
  ])("must make sense: %j", (fault, problem) => {
    const create = () => withFaults(fault);
    expect(create).toThrow(SettingsError);
    expect(create).toThrow(problem);
  });
});

describe("a status", () => {
  it("has the shape of every error, and the request no effect", async () => {
    const sandbox = withFaults({ method: "POST", times: 1, status: 503 });
    const response = await ask(sandbox, post);
    expect(await response.json()).toEqual({
      code: 20503,
      message: "The sandbox was asked to respond with 503",
      more_info: "https://www.twilio.com/docs/errors/20503",
      status: 503,
    });
    expect(response.headers.get("twilio-request-id")).toMatch(/^RQ/);
    expect(response.headers.get("retry-after")).toBeNull();
    expect(await (await ask(sandbox)).json()).toEqual(untouched);
  });

  it("may come after the request had its effect", async () => {
    const sandbox = withFaults({ method: "POST", status: 504, processed: true });
    expect(await statuses(sandbox, post)).toEqual([504]);
    expect(await (await ask(sandbox)).json()).toEqual({ ...untouched, spam: true });
  });

  it("may have a code of its own, and tell when to come again", async () => {
    const response = await ask(withFaults({ status: 401, code: 17000, retryAfter: 30 }));
    expect(response.headers.get("retry-after")).toBe("30");
    expect(await response.json()).toMatchObject({ status: 401, code: 17000 });
    expect(await (await ask(withFaults({ status: 401 }))).json()).toMatchObject({ code: 20003 });
  });
});

describe("a reset", () => {
  it("rejects as fetch does", async () => {
    const error: unknown = await ask(withFaults({ reset: true })).catch((reason) => reason);
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({ name: "TypeError", message: "fetch failed", cause: { code: "ECONNRESET" } });
  });

  it.each([
    [false, null],
    [true, true],
  ])("comes before or after the effect: processed %s", async (processed, spam) => {
    const store = createMemoryStore();
    const sandbox = createSandbox({ store, faults: [{ reset: true, processed }] });
    expect(await statuses(sandbox, post)).toEqual(["reset"]);
    expect(await (await ask(createSandbox({ store }))).json()).toMatchObject({ spam });
  });
});

describe("a body", () => {
  const body = JSON.stringify(untouched);
  const length = String(body.length);
  it.each<[Fault, string, string, string]>([
    [
      { body: "malformed" },
      body.slice(0, body.length / 2),
      "application/json; charset=utf-8",
      String(Math.floor(body.length / 2)),
    ],
    [{ body: "text" }, body, "text/plain; charset=utf-8", length],
    [{ body: "empty" }, "", "application/json; charset=utf-8", "0"],
    [{ json: { answered_by: "a dog" } }, '{"answered_by":"a dog"}', "application/json; charset=utf-8", "23"],
    [{ json: null }, "null", "application/json; charset=utf-8", "4"],
  ])("may be wrong: %j", async (fault, text, type, contentLength) => {
    const response = await ask(withFaults(fault));
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe(type);
    expect(response.headers.get("content-length")).toBe(contentLength);
    expect(await response.text()).toBe(text);
  });

  it("may be a page, with any status", async () => {
    const response = await ask(withFaults({ status: 502, body: "html" }));
    expect([response.status, response.headers.get("content-type")]).toEqual([502, "text/html; charset=utf-8"]);
    expect(await response.text()).toMatch(/^<!doctype html>.*502/);
  });

  it("may end in the middle, which shows when it is read", async () => {
    const response = await ask(withFaults({ body: "truncated" }));
    expect([response.status, response.headers.get("content-length")]).toEqual([200, length]);
    const error: unknown = await response.json().catch((reason) => reason);
    expect(error).toMatchObject({ name: "TypeError", message: "terminated", cause: { code: "UND_ERR_SOCKET" } });
  });

  it("is none for HEAD and OPTIONS, which have none", async () => {
    for (const method of ["HEAD", "OPTIONS"]) {
      for (const body of ["truncated", "html", "malformed"] as const) {
        expect(await (await ask(withFaults({ body }), { method })).text()).toBe("");
      }
    }
  });

  it("is wrong only after the request had its effect", async () => {
    const sandbox = withFaults({ method: "POST", body: "empty" });
    await ask(sandbox, post);
    expect(await (await ask(sandbox)).json()).toMatchObject({ spam: true });
  });
});

describe("latency", () => {
  it("varies by the jitter, from the seed", async () => {
    const run = async (seed: number) => {
      const clock = manualClock();
      await statuses(createSandbox({ seed, ...clock, faults: [{ latency: 100, jitter: 50 }] }), ...times(20, get));
      return clock.slept;
    };
    const slept = await run(1);
    expect(await run(1)).toEqual(slept);
    expect(await run(2)).not.toEqual(slept);
    expect(slept.every((ms) => ms >= 50 && ms <= 150)).toBe(true);
    expect(new Set(slept).size).toBe(20);
  });

  it("ends when the caller gives up, which rejects with the reason", async () => {
    const controller = new AbortController();
    const sandbox = withFaults({ method: "POST", latency: 600_000 });
    const { signal } = controller;
    const request = new Request(`https://a.example${path}`, {
      method: "POST",
      headers: { authorization: basic() },
      signal,
    });
    const pending = sandbox.fetch(request);
    controller.abort(new Error("enough"));
    await expect(pending).rejects.toThrow("enough");
    await expect(sandbox.fetch(request.clone(), { signal: AbortSignal.abort("at once") })).rejects.toBe("at once");
    expect((await ask(sandbox)).headers.get("twilio-concurrent-requests")).toBe("1");
    expect(await (await ask(sandbox)).json()).toEqual(untouched);
  });
});

describe("a rate", () => {
  it("lets so many requests of an account through, and begins again after a while", async () => {
    const clock = manualClock();
    const sandbox = createSandbox({ ...clock, faults: [{ rate: 2, per: 60 }] });
    const other: Sent = { authorization: basic(`AC${"0".repeat(32)}`) };
    expect(await statuses(sandbox, get, post, get, other)).toEqual([200, 200, 429, 200]);
    clock.advance(59_999);
    expect(await statuses(sandbox, get)).toEqual([429]);
    clock.advance(1);
    expect(await statuses(sandbox, get, get, get)).toEqual([200, 200, 429]);
  });

  it("tells how long to wait only when it is asked to", async () => {
    const clock = manualClock();
    clock.advance(30_500);
    const retryAfter = async (fault: Fault) =>
      (await ask(createSandbox({ ...clock, faults: [fault] }))).headers.get("retry-after");
    expect(await retryAfter({ rate: 0, per: 60 })).toBeNull();
    expect(await retryAfter({ rate: 0, per: 60, retryAfter: true })).toBe("30");
    expect(await retryAfter({ rate: 0, per: 60, retryAfter: 5 })).toBe("5");
  });

  it("may have another outcome than 429, and leaves strangers alone", async () => {
    expect(await statuses(withFaults({ rate: 1, reset: true }), get, get)).toEqual([200, "reset"]);
    expect(await statuses(withFaults({ rate: 0 }), { authorization: null })).toEqual([401]);
  });
});

describe("a concurrency limit", () => {
  it("refuses what is too much at the same time, per account", async () => {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const memory = createMemoryStore();
    const store = {
      ...memory,
      read: (account: string, call: string) => released.then(() => memory.read(account, call)),
    };
    const sandbox = createSandbox({ store, faults: [{ concurrency: 2, retryAfter: true }] });
    const busy = [ask(sandbox), ask(sandbox)];
    const refused = await ask(sandbox);
    expect(refused.status).toBe(429);
    expect(Object.fromEntries(refused.headers)).toMatchObject({
      "twilio-concurrent-requests": "3",
      "retry-after": "1",
    });
    expect(await refused.json()).toMatchObject({ code: 20429 });
    const other = ask(sandbox, { authorization: basic(`AC${"0".repeat(32)}`) });
    release();
    const responses = await Promise.all([...busy, other]);
    expect(responses.map(({ status, headers }) => [status, headers.get("twilio-concurrent-requests")])).toEqual([
      [200, "1"],
      [200, "2"],
      [200, "1"],
    ]);
    expect((await ask(sandbox)).headers.get("twilio-concurrent-requests")).toBe("1");
  });

  it("is not told to strangers", async () => {
    const response = await ask(createSandbox(), { authorization: null });
    expect(response.headers.get("twilio-concurrent-requests")).toBeNull();
  });
});

describe("the header Sandbox-Fault", () => {
  it("asks for faults, the first ones of which a client that repeats itself survives", async () => {
    const sandbox = createSandbox();
    expect(await statuses(sandbox, ...times(4, asking("status=503; times=2")))).toEqual([503, 503, 200, 200]);
    expect(await statuses(sandbox, asking("status=503; times=2", post), get)).toEqual([503, 200]);
    const elsewhere = asking("status=503; times=2", { path: path.replace(callSid, `CA${"0".repeat(32)}`) });
    expect(await statuses(sandbox, elsewhere, elsewhere, elsewhere)).toEqual([503, 503, 200]);
  });

  it.each<[string, number | "reset", object]>([
    ["status=429; retry-after=7", 429, { "retry-after": "7" }],
    ["status=429;retry-after", 429, { "retry-after": "1" }],
    ["reset", "reset", {}],
    ["reset; processed", "reset", {}],
    ["body=html", 200, { "content-type": "text/html; charset=utf-8" }],
    ["status=500, latency=1", 500, {}],
    ["latency=1, status=500", 500, {}],
    ["status=500; probability=0.0", 200, {}],
  ])("takes %j", async (fault, status, headers) => {
    const sandbox = createSandbox();
    expect(await statuses(sandbox, asking(fault))).toEqual([status]);
    if (status === "reset") return;
    const response = await ask(createSandbox(), asking(fault));
    expect(Object.fromEntries(response.headers)).toMatchObject(headers);
  });

  it.each([
    ["", 'Sandbox-Fault[0][""] is not known'],
    ["stauts=503", "Sandbox-Fault[0].stauts is not known, known are method, "],
    ["status=ok", 'Sandbox-Fault[0].status must be an integer from 400 to 599, received "ok"'],
    ["status=503,times=2", "Sandbox-Fault[1] must have at least one of latency, "],
    ['json={"call_sid":5}', "Sandbox-Fault cannot hold json"],
    ["__proto__=1", "Sandbox-Fault[0].__proto__ is not known"],
    ["a".repeat(501), "Sandbox-Fault must have at most 500 characters"],
  ])("is refused when it makes no sense: %j", async (fault, message) => {
    const response = await ask(createSandbox(), asking(fault));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 20001, message: expect.stringContaining(message) });
  });

  it("is forgotten when thousands of others have come since", async () => {
    const planFaults = createFaultInjector({ faults: [], seed: 0, now: () => 0 });
    const outcome = async (id: number) => {
      const headers = { "Sandbox-Fault": `status=503; times=1; code=${id}` };
      const request = new Request(`https://a.example${path}`, { headers });
      const plan = await planFaults({ request, account: accountSid, operation: () => "", concurrent: 1, count: 1 });
      return plan.outcome?.status;
    };
    expect([await outcome(0), await outcome(0)]).toEqual([503, undefined]);
    for (let id = 1; id < 5_000; id++) await outcome(id);
    expect(await outcome(1)).toBe(undefined);
    await outcome(5_000);
    expect(await outcome(0)).toBe(503);
  });

  it("comes before the script", async () => {
    const sandbox = withFaults({ status: 500, times: 1 });
    expect(await statuses(sandbox, asking("status=503"), get, get)).toEqual([503, 500, 200]);
  });
});
