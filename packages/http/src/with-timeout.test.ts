import { getEventListeners } from "node:events";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Fetch } from "./fetch.ts";
import { realRuntime } from "./runtime.ts";
import { CallSid, failure, testClient } from "./testing/definition.ts";
import { json, serve, stall } from "./testing/serve.ts";
import { withRetry } from "./with-retry.ts";
import { withTimeout } from "./with-timeout.ts";

const LIMITS = { attempts: 3, baseDelay: 1, maxDelay: 1, deadline: 10_000 };
const listeners = (signal: AbortSignal) => getEventListeners(signal, "abort").length;
const request = () => new Request("https://a.example/");
const ignoring: Fetch = () => new Promise(() => {});

function decorated(fetch: Fetch): Fetch {
  const repeated = withRetry(withTimeout(fetch, "timeout", 10_000), LIMITS);
  return withTimeout(repeated, "deadline", 10_000);
}

describe("a signal that outlives its calls keeps nothing of them", () => {
  it.each<[string, (response: Response) => unknown]>([
    ["read as text", (response) => response.text()],
    ["read as JSON", (response) => response.json()],
    ["read as bytes", (response) => response.arrayBuffer()],
    [
      "read piece by piece",
      async (response) => {
        for await (const _chunk of response.body as ReadableStream);
      },
    ],
    ["cancelled", (response) => response.body?.cancel()],
    ["read twice, by way of a copy", (response) => Promise.all([response.clone().text(), response.text()])],
  ])("once the body has been %s", async (_, read) => {
    const { signal } = new AbortController();
    const send = decorated(async () => Response.json({ a: "b" }));
    for (let count = 0; count < 20; count++) await read(await send(request(), { signal }));
    await vi.waitFor(() => expect(listeners(signal)).toBe(0), { timeout: 30_000 });
  });

  it("and nothing where there is no body, after a failure, and after attempts that waited for each other", async () => {
    const { signal } = new AbortController();
    await decorated(async () => new Response(null, { status: 204 }))(request(), { signal });
    expect(listeners(signal)).toBe(0);
    await failure(() => decorated(() => Promise.reject(new Error("refused")))(request(), { signal }));
    expect(listeners(signal)).toBe(0);
    await withRetry(async () => new Response(null, { status: 503 }), LIMITS)(request(), { signal });
    expect(listeners(signal)).toBe(0);
    const throwing = (() => {
      throw new Error("at once");
    }) as Fetch;
    expect((await failure(() => decorated(throwing)(request(), { signal }))).message).toBe("at once");
    expect(listeners(signal)).toBe(0);
  });

  it("in the methods of a client", async () => {
    const { signal } = new AbortController();
    const server = await serve(json(503, {}), json(200, { call_sid: CallSid }));
    const client = testClient({ baseUrl: server.url, retry: { baseDelay: 1 } }, realRuntime);
    await client.fetchAnnotation({ CallSid }, { signal });
    expect(listeners(signal)).toBe(0);
  });

  it("but still ends a body that is being read, with its reason", async () => {
    const server = await serve(stall);
    const controller = new AbortController();
    const send = decorated((one, init) => fetch(one, init));
    const response = await send(new Request(server.url), { signal: controller.signal });
    expect(response).toMatchObject({ url: `${server.url}/`, status: 200, type: "basic", redirected: false });
    setTimeout(() => controller.abort("enough"), 10);
    expect(await failure(() => response.text())).toBe("enough");
    await vi.waitFor(() => expect(listeners(controller.signal)).toBe(0), { timeout: 30_000 });
  });

  it("and reads a large body as it was", async () => {
    const bytes = new Uint8Array(1_000_000).map((_, index) => index % 251);
    const { signal } = new AbortController();
    const response = await decorated(async () => new Response(bytes))(request(), { signal });
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
  });
});

describe("no timer outlives its call", () => {
  afterEach(() => vi.useRealTimers());

  it.each<[string, object, RegExp]>([
    ["the caller ends it", {}, /enough/],
    ["the deadline ends it", { timeout: 60_000, deadline: 20 }, /within 20 ms \(deadline\)/],
    ["an attempt takes too long", { timeout: 20, retry: false }, /within 20 ms \(timeout\)/],
    ["the caller ends what has no limit", { timeout: Infinity, deadline: Infinity }, /enough/],
  ])("when %s, though fetch pays no attention", async (_, limits, message) => {
    vi.useFakeTimers();
    const controller = new AbortController();
    const client = testClient({ fetch: ignoring, ...limits });
    const call = failure(() => client.fetchAnnotation({ CallSid }, { signal: controller.signal }));
    if (message.source === "enough") controller.abort("enough");
    await vi.advanceTimersByTimeAsync(20);
    expect(`${await call}`).toMatch(message);
    expect(vi.getTimerCount()).toBe(0);
    expect(listeners(controller.signal)).toBe(0);
  });

  it("when a response asks for another attempt after the caller has left", async () => {
    vi.useFakeTimers();
    const controller = new AbortController();
    const late: Fetch = () => new Promise((resolve) => setTimeout(() => resolve(unavailable()), 50));
    const unavailable = () => new Response("", { status: 503, headers: { "retry-after": "30" } });
    const send = withRetry(late, { ...LIMITS, deadline: Infinity });
    const call = failure(() => send(request(), { signal: controller.signal }));
    controller.abort("enough");
    await vi.advanceTimersByTimeAsync(60);
    expect(await call).toBe("enough");
    expect(vi.getTimerCount()).toBe(0);
  });

  it("when fetch throws instead of returning a promise", async () => {
    vi.useFakeTimers();
    const throwing = (() => {
      throw new Error("at once");
    }) as Fetch;
    await failure(() => withTimeout(throwing, "timeout", 10_000)(request()));
    expect(vi.getTimerCount()).toBe(0);
  });

  it("nor a listener a wait", async () => {
    const { signal } = new AbortController();
    await realRuntime.sleep(1, signal);
    expect(listeners(signal)).toBe(0);
  });
});

describe("no limit", () => {
  const slow: Fetch = () => new Promise((resolve) => setTimeout(() => resolve(new Response("late")), 30));

  it.each([Infinity, 2 ** 31, 3_000_000_000, Number.MAX_VALUE])("is what %s ms are to a decorator", async (ms) => {
    const response = await withTimeout(slow, "timeout", ms)(request());
    expect(await response.text()).toBe("late");
  });

  it.each([Infinity, 2 ** 31, 1e300])("is what %s ms are to a client", async (ms) => {
    const server = await serve((response) =>
      setTimeout(() => json(200, { call_sid: CallSid })(response, {} as never), 30),
    );
    const client = testClient({ baseUrl: server.url, timeout: ms, deadline: ms });
    expect(await client.fetchAnnotation({ CallSid })).toEqual({ call_sid: CallSid });
  });

  it("lets no delay be waited for that timers cannot count to", async () => {
    let count = 0;
    const fetch: Fetch = async () => {
      count++;
      return new Response(null, { status: 503, headers: { "retry-after": "3000000" } });
    };
    const { status } = await withRetry(fetch, { ...LIMITS, deadline: Infinity })(request());
    expect(status).toBe(503);
    expect(count).toBe(1);
  });

  it("still gives up after 2^31 - 1 ms, and not before", async () => {
    expect(await (await withTimeout(slow, "timeout", 2 ** 31 - 1)(request())).text()).toBe("late");
  });
});
