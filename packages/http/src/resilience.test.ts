import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { type ClientParts, clientOf } from "./testing/client-parts.ts";
import {
  accountSid,
  annotation,
  authToken,
  CallSid,
  definition,
  failure,
  type TestClient,
  testClient,
  testRuntime,
} from "./testing/definition.ts";
import { hang, json, type Responder, reset, serve, stall, text, truncated } from "./testing/serve.ts";

const ok = json(200, annotation);
const note = json(201, {});
const tooMany = (retryAfter?: string): Responder =>
  json(
    429,
    { code: 20429, message: "Too Many Requests" },
    retryAfter === undefined ? {} : { "retry-after": retryAfter },
  );

describe("retry", () => {
  it.each<[string, Responder]>([
    ["a 500", json(500, { message: "oops" })],
    ["a 503 with an empty body", text(503, "")],
    ["a 408", text(408, "")],
    ["a 429", tooMany()],
    ["a reset connection", reset],
    ["a body that is cut off", truncated],
  ])("repeats after %s, sending the same body again", async (_, respond) => {
    const server = await serve(respond, ok);
    const client = testClient({ baseUrl: server.url });
    await expect(client.updateAnnotation({ CallSid }, { Spam: true })).resolves.toEqual(annotation);
    expect(server.received.map(({ body }) => body)).toEqual(["Spam=true", "Spam=true"]);
  });

  it.each<[string, Responder, string, number?]>([
    ["a 500", json(500, {}), "ServerError"],
    ["a reset connection", reset, "NetworkError"],
    ["a body that is cut off", truncated, "NetworkError"],
    ["a timeout", hang, "TimeoutError", 60],
  ])("does not repeat POST by default after %s", async (_, respond, name, timeout) => {
    const server = await serve(respond, note);
    // Counted where they leave: a busy machine may time out before the server has read the request.
    let attempts = 0;
    const fetch: typeof globalThis.fetch = (...args) => {
      attempts += 1;
      return globalThis.fetch(...args);
    };
    const client = testClient({ baseUrl: server.url, fetch, ...(timeout !== undefined && { timeout }) });
    expect((await failure(() => client.createNote({}))).name).toBe(name);
    expect(attempts).toBe(1);
  });

  it("repeats any method after a 429 that asks for it", async () => {
    const server = await serve(tooMany("0"), note);
    await expect(testClient({ baseUrl: server.url }).createNote({})).resolves.toEqual({});
  });

  it.each<[string, Partial<ClientParts>, number]>([
    ["not after a 429 that does not say that it was not processed", {}, 1],
    ["after a 429, if the document says that none of them is processed", { retryOn: [429] }, 2],
    ["not after a 429, if the document says so of other statuses", { retryOn: [409] }, 1],
  ])("repeats a POST %s", async (_, parts, attempts) => {
    const server = await serve(tooMany(), note);
    const client = clientOf<TestClient>(
      { ...definition, ...parts },
      { ...{ accountSid, authToken }, baseUrl: server.url },
      testRuntime(),
    );
    await client.createNote({}).catch(() => {});
    expect(server.received).toHaveLength(attempts);
  });

  it.each([400, 401, 403, 404, 409, 422])("does not repeat after a %i", async (status) => {
    const server = await serve(json(status, {}));
    await expect(testClient({ baseUrl: server.url }).fetchAnnotation({ CallSid })).rejects.toMatchObject({ status });
    expect(server.received).toHaveLength(1);
  });

  it("gives up after four attempts, with the last error, having doubled the bound of the delay", async () => {
    const delays: number[] = [];
    const server = await serve(json(500, {}), json(500, {}), json(500, {}), json(503, { code: 7, message: "last" }));
    const client = testClient({ baseUrl: server.url }, testRuntime(delays));
    await expect(client.fetchAnnotation({ CallSid })).rejects.toMatchObject({ status: 503, code: 7 });
    expect(delays).toEqual([100, 200, 400]);
  });

  it("is switched off by `retry: false`, and set for a call", async () => {
    const server = await serve(json(500, {}));
    const client = testClient({ baseUrl: server.url, retry: false });
    await failure(() => client.fetchAnnotation({ CallSid }));
    expect(server.received).toHaveLength(1);
    await failure(() => client.fetchAnnotation({ CallSid }, { retry: { attempts: 2 } }));
    expect(server.received).toHaveLength(3);
  });

  it("waits as long as Retry-After says: seconds", async () => {
    const delays: number[] = [];
    const server = await serve(tooMany("7"), ok);
    await testClient({ baseUrl: server.url }, testRuntime(delays)).fetchAnnotation({ CallSid });
    expect(delays).toEqual([7000]);
  });

  it("waits as long as Retry-After says: a date", async () => {
    const delays: number[] = [];
    const now = Date.parse("2026-01-01T00:00:00Z");
    const server = await serve(tooMany(new Date(now + 5000).toUTCString()), ok);
    const client = testClient({ baseUrl: server.url }, { ...testRuntime(delays), now: () => now });
    await client.fetchAnnotation({ CallSid });
    expect(delays).toEqual([5000]);
  });

  it("fails at once, with the response's own error, when Retry-After reaches beyond the deadline", async () => {
    const delays: number[] = [];
    const server = await serve(tooMany("3600"));
    const client = testClient({ baseUrl: server.url }, testRuntime(delays));
    await expect(client.fetchAnnotation({ CallSid })).rejects.toMatchObject({
      name: "RateLimitError",
      code: 20429,
      retryAfter: 3_600_000,
    });
    expect(delays).toEqual([]);
    expect(server.received).toHaveLength(1);
  });

  it("really waits, and leaves no timer behind", async () => {
    const server = await serve(json(500, {}), ok);
    const { realRuntime } = await import("./runtime.ts");
    const client = testClient({ baseUrl: server.url, retry: { baseDelay: 30 } }, { ...realRuntime, random: () => 1 });
    const start = performance.now();
    await client.fetchAnnotation({ CallSid });
    expect(performance.now() - start).toBeGreaterThan(25);
    expect(process.getActiveResourcesInfo().filter((name) => name === "Timeout").length).toBeLessThan(3);
  });

  it("of the raw client follows the method, and sends the body again", async () => {
    const server = await serve(tooMany("0"), json(500, {}), ok);
    const { raw } = testClient({ baseUrl: server.url });
    const init = { params: { path: { CallSid } }, body: { Comment: "x" } };
    const first = await raw.POST("/v1/Voice/{CallSid}/Annotation", init);
    expect(first.response.status).toBe(500);
    expect(server.received.map(({ body }) => body)).toEqual(["Comment=x", "Comment=x"]);
    const server2 = await serve(json(500, {}), ok);
    const { data } = await testClient({ baseUrl: server2.url }).raw.GET("/v1/Voice/{CallSid}/Annotation", {
      params: { path: { CallSid } },
    });
    expect(data).toEqual(annotation);
  });

  it("cancels the bodies of responses that it throws away", async () => {
    let cancelled = 0;
    const fetch = async () => {
      const body = new ReadableStream({ cancel: () => void cancelled++ });
      return new Response(body, { status: 500 });
    };
    const { raw } = testClient({ fetch, retry: { attempts: 3 } });
    const call = raw.GET("/v1/Voice/{CallSid}/Annotation", { params: { path: { CallSid } }, parseAs: "stream" });
    // The third response is not thrown away: its reader waits for it.
    await Promise.race([call, new Promise((resolve) => setTimeout(resolve, 30))]);
    expect(cancelled).toBe(2);
  });
});

describe("timeout", () => {
  it.each<[string, Responder]>([
    ["never comes", hang],
    ["begins and never ends", stall],
  ])("ends an attempt whose response %s, and repeats it", async (_, respond) => {
    const server = await serve(respond, ok);
    const client = testClient({ baseUrl: server.url, timeout: 60 });
    await expect(client.fetchAnnotation({ CallSid })).resolves.toEqual(annotation);
  });

  it("says which limit it was", async () => {
    const server = await serve(hang);
    const client = testClient({ baseUrl: server.url });
    const once = await failure(() => client.fetchAnnotation({ CallSid }, { timeout: 20, retry: false }));
    expect(once).toMatchObject({ name: "TimeoutError", code: "timeout", limit: "timeout", ms: 20, method: "GET" });
    const whole = await failure(() => client.fetchAnnotation({ CallSid }, { deadline: 30 }));
    expect(whole).toMatchObject({ name: "TimeoutError", limit: "deadline", ms: 30 });
    expect(whole.message).toMatch(/^No complete response within 30 ms \(deadline\)\. GET http/);
  });

  it("works when fetch does not care about signals", async () => {
    const client = testClient({ fetch: () => new Promise(() => {}), timeout: 10, retry: false });
    await expect(client.fetchAnnotation({ CallSid })).rejects.toMatchObject({ name: "TimeoutError" });
  });

  it("of the whole call ends the waiting between attempts too", async () => {
    const { realRuntime } = await import("./runtime.ts");
    const server = await serve(json(500, {}));
    const client = testClient({ baseUrl: server.url, deadline: 40 }, { ...realRuntime, now: () => 0 });
    const error = await failure(() =>
      client.fetchAnnotation({ CallSid }, { retry: { baseDelay: 39, maxDelay: 39, attempts: 1000 } }),
    );
    expect(error).toMatchObject({ name: "TimeoutError", limit: "deadline" });
  });
});

describe("abort", () => {
  const reason = { why: "the user left" };

  it("rejects with the signal's own reason: before the call", async () => {
    const signal = AbortSignal.abort(reason);
    expect(await failure(() => testClient({ fetch: hangs }).fetchAnnotation({ CallSid }, { signal }))).toBe(reason);
  });

  it("… during an attempt, without another one", async () => {
    const controller = new AbortController();
    const server = await serve(() => controller.abort(reason));
    const call = failure(() =>
      testClient({ baseUrl: server.url }).fetchAnnotation({ CallSid }, { signal: controller.signal }),
    );
    expect(await call).toBe(reason);
    expect(server.received).toHaveLength(1);
  });

  it("… while waiting for the next attempt", async () => {
    const { realRuntime } = await import("./runtime.ts");
    const server = await serve(tooMany("30"));
    const controller = new AbortController();
    const call = failure(() =>
      testClient({ baseUrl: server.url }, realRuntime).fetchAnnotation({ CallSid }, { signal: controller.signal }),
    );
    setTimeout(() => controller.abort(reason), 30);
    expect(await call).toBe(reason);
  });

  it("reaches fetch by the second argument, which is the attempt's, and not by the request", async () => {
    const controller = new AbortController();
    let seen: [Request, RequestInit?] | undefined;
    const fetch = (...args: [Request, RequestInit?]) => {
      seen = args;
      return new Promise<never>(() => {});
    };
    const call = failure(() => testClient({ fetch }).fetchAnnotation({ CallSid }, { signal: controller.signal }));
    await new Promise((resolve) => setTimeout(resolve, 5));
    controller.abort(reason);
    expect(await call).toBe(reason);
    expect(seen?.[1]?.signal).toMatchObject({ aborted: true, reason });
    expect(seen?.[0].signal.aborted).toBe(false);
  });

  it("leaves no listener on a signal that outlives its calls", async () => {
    const { signal } = new AbortController();
    let listeners = 0;
    const { addEventListener, removeEventListener } = signal;
    signal.addEventListener = (...args: Parameters<typeof addEventListener>) => {
      listeners++;
      addEventListener.apply(signal, args);
    };
    signal.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
      listeners--;
      removeEventListener.apply(signal, args);
    };
    const client = testClient({ fetch: async () => Response.json(annotation) });
    for (let i = 0; i < 5; i++) await client.fetchAnnotation({ CallSid }, { signal });
    expect(listeners).toBe(0);
  });

  it("of a raw call reaches the body that is still being read", async () => {
    const server = await serve(stall);
    const controller = new AbortController();
    const call = failure(() =>
      testClient({ baseUrl: server.url }).raw.GET("/v1/Voice/{CallSid}/Annotation", {
        params: { path: { CallSid } },
        signal: controller.signal,
      }),
    );
    setTimeout(() => controller.abort(reason), 40);
    expect(await call).toBe(reason);
  });
});

describe("network failures", () => {
  it("say why, and name the call", async () => {
    const server = await serve(reset);
    const error = await failure(() => testClient({ baseUrl: server.url }).fetchAnnotation({ CallSid }));
    expect(error).toMatchObject({ name: "NetworkError", code: "network", method: "GET" });
    expect(error.message).toMatch(/^No complete response \(.+\)\. GET http/);
    expect(error.cause).toMatchObject({ name: "SocketError", code: "UND_ERR_SOCKET" });
    expect(server.received).toHaveLength(4);
  });

  it("name the code of the system where there is one", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const error = await failure(() => testClient({ baseUrl: `http://127.0.0.1:${port}` }).fetchAnnotation({ CallSid }));
    expect(error.message).toBe(
      `No complete response (connect ECONNREFUSED 127.0.0.1:${port}). GET http://127.0.0.1:${port}/v1/Voice/${CallSid}/Annotation`,
    );
  });

  it("repeat what a fetch of one's own says", async () => {
    const cause = new Error("the tunnel is closed");
    const error = await failure(() => testClient({ fetch: () => Promise.reject(cause) }).fetchAnnotation({ CallSid }));
    expect(error).toMatchObject({ name: "NetworkError", cause: { name: "Error", message: cause.message } });
    expect(error.message).toMatch(/^No complete response \(the tunnel is closed\)\./);
  });
});

const hangs = () => new Promise<never>(() => {});
