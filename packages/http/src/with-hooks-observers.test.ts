import { describe, expect, it } from "vitest";
import type { ClientOptions } from "./client-options.ts";
import { annotation, CallSid, failure, testClient } from "./testing/definition.ts";
import { fullClient, getting, posting } from "./testing/full-definition.ts";
import { hooked, later, ok, raise, recorder } from "./testing/hooks.ts";
import { secret, shownOf } from "./testing/secrets.ts";
import { hang, json, type Responder, reset, serve, text, truncated } from "./testing/serve.ts";
import { type HookContext, withHooks } from "./with-hooks.ts";

describe("hooks that observe", () => {
  it.each<[string, Responder, object?]>([
    ["a success", ok],
    ["an error", json(400, { code: 7, message: "no" })],
  ])("read the body of %s without taking it from the call", async (_, respond) => {
    const server = await serve(respond);
    const read: unknown[] = [];
    const both = () => withHooks({ onResponse: async (response) => read.push(await response.json()) });
    const client = testClient({ baseUrl: server.url, hooks: [both(), both()] });
    const outcome = await client.fetchAnnotation({ CallSid }).catch(({ body }) => body);
    await later();
    expect(read).toEqual([outcome, outcome]);
  });

  it("get bodies that are bytes as bytes, and those that nothing is in as empty", async () => {
    const bytes = new Uint8Array([0xff, 0xd8, 0, 1]);
    const server = await serve(
      (response) => response.writeHead(200, { "content-type": "image/jpeg" }).end(bytes),
      text(204, ""),
      json(200, { a: "x".repeat(100) }),
    );
    const read: Promise<ArrayBuffer>[] = [];
    const onResponse = (response: Response) => read.push(response.arrayBuffer());
    const responses = { "200": { content: { "image/jpeg": {} } }, "204": {} };
    const client = fullClient(getting({ responses }), { baseUrl: server.url, hooks: [withHooks({ onResponse })] });
    expect(await client.call()).toBeInstanceOf(Blob);
    expect(await client.call()).toBeUndefined();
    expect(await failure(() => (client.call as CallableFunction)({ maxResponseBytes: 10 }))).toMatchObject({
      name: "ResponseTooLargeError",
    });
    expect((await Promise.all(read)).map((one) => [...new Uint8Array(one)])).toEqual([[...bytes], [], []]);
  });

  it("change nothing about the call: nothing waits for them", async () => {
    const server = await serve(json(503, {}), ok);
    const never = () => new Promise(() => {});
    const client = hooked(server.url, { onResponse: never, onRetry: never, onError: never });
    await expect(client.fetchAnnotation({ CallSid })).resolves.toEqual(annotation);
  });

  it.each([
    ["throw", raise],
    ["reject", async (error: Error) => raise(error)],
  ])("are reported and ignored when they %s", async (_, fail) => {
    const server = await serve(json(503, {}), reset, ok);
    const reported: [unknown, HookContext][] = [];
    const broken = (hook: string) => () => fail(new Error(hook));
    const client = hooked(server.url, {
      onResponse: broken("onResponse"),
      onRetry: broken("onRetry"),
      onError: broken("onError"),
      onHookError: (error, context) => {
        reported.push([error, context]);
        return fail(new Error("onHookError"));
      },
    });
    await expect(client.fetchAnnotation({ CallSid })).resolves.toEqual(annotation);
    await later();
    expect(reported.map(([error, { attempt }]) => [(error as Error).message, attempt])).toEqual([
      ["onResponse", 1],
      ["onRetry", 2],
      ["onError", 2],
      ["onRetry", 3],
      ["onResponse", 3],
    ]);
  });

  it.each<[string, Responder, string, ClientOptions]>([
    ["the network", reset, "NetworkError", {}],
    ["a body that is cut off", truncated, "NetworkError", {}],
    ["a timeout", hang, "TimeoutError", { timeout: 20 }],
    ["the deadline", hang, "TimeoutError", { deadline: 20 }],
  ])("are told what the caller is: %s", async (_, respond, name, options) => {
    const server = await serve(respond);
    const { events, hooks } = recorder();
    const client = hooked(server.url, hooks, { retry: false, ...options });
    const error = await failure(() => client.fetchAnnotation({ CallSid }));
    await later();
    expect(error.name).toBe(name);
    expect(events.map(([hook, seen]) => [hook, seen]).slice(1)).toEqual([["onError", error]]);
  });

  it("are told the reason of the caller's signal, and nothing of a retry that was not made", async () => {
    const server = await serve(json(503, {}));
    const { events, hooks } = recorder();
    const controller = new AbortController();
    const client = hooked(server.url, { ...hooks, onResponse: () => controller.abort("enough") });
    expect(await failure(() => client.fetchAnnotation({ CallSid }, { signal: controller.signal }))).toBe("enough");
    expect(events.map(([hook]) => hook)).toEqual(["onRequest"]);
  });
});

describe("credentials", () => {
  const forms = [secret, encodeURIComponent(secret), btoa(`:${secret}`), btoa(`u:${secret}`)];

  it.each<[string, Record<string, unknown>]>([
    ["Bearer", { token: secret }],
    ["HeaderKey", { headerKey: secret }],
    ["QueryKey", { queryKey: secret }],
    ["CookieKey", { cookieKey: secret }],
    ["Basic", { user: "u", password: secret }],
  ])("of scheme %s are seen by no hook, not even when the server sends them back", async (scheme, options) => {
    const echo: Responder = (response, { headers, url }) =>
      json(503, { headers, url, secret }, { "x-echo": `${secret} ${headers.authorization}` })(response, {} as never); // it reads no request
    const server = await serve(echo, reset, echo);
    const shown: string[] = [];
    const show = async (seen: unknown) => {
      shown.push(shownOf(seen));
      if (!(seen instanceof Request || seen instanceof Response)) return;
      shown.push(seen.url, shownOf([...seen.headers]), await seen.text());
    };
    const hooks = withHooks({
      onRequest: async (request) => {
        await show(request);
      },
      onResponse: show,
      onRetry: show,
      onError: show,
    });
    const operation = posting({ "application/json; charset=utf-8": {} }, { security: [[scheme]] });
    const client = fullClient(operation, { baseUrl: server.url, ...options, hooks: [hooks], retry: { attempts: 3 } });
    await failure(() => client.call({ a: 1 }));
    await later();
    expect(server.received).toHaveLength(3);
    expect(shown.join("\n")).toContain("[redacted]");
    for (const form of forms) expect(shown.join("\n")).not.toContain(form);
  });

  it("are obtained once per call, for all its attempts", async () => {
    const server = await serve(json(503, {}), text(204, ""));
    let count = 0;
    const token = () => `token-${++count}`;
    await fullClient(getting({ security: [["Bearer"]] }), { baseUrl: server.url, token }).call();
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual(["Bearer token-1", "Bearer token-1"]);
  });
});
