import { INTERFACE_VERSION } from "@earmark/validation/runtime";
import { describe, expect, it } from "vitest";
import { type Paged, pagesOf } from "./pages.ts";
import { clientOf } from "./testing/client-parts.ts";
import {
  accountSid,
  annotation,
  authToken,
  CallSid,
  failure,
  annotationPath as path,
  testClient,
} from "./testing/definition.ts";
import { fullClient, getting } from "./testing/full-definition.ts";
import { hooked, ok, raise, recorder } from "./testing/hooks.ts";
import { json, type Responder, reset, serve, text } from "./testing/serve.ts";
import { withHooks } from "./with-hooks.ts";

const fetching = { operation: "FetchAnnotation", pathTemplate: path };

describe("hooks", () => {
  it("are called for every attempt, with operation, path template and number", async () => {
    const server = await serve(json(503, { message: "busy" }), reset, ok);
    const { events, hooks } = recorder();
    await expect(hooked(server.url, hooks).fetchAnnotation({ CallSid })).resolves.toEqual(annotation);
    expect(events.map(([hook, , context]) => [hook, context])).toEqual([
      ["onRequest", { ...fetching, attempt: 1 }],
      ["onResponse", { ...fetching, attempt: 1 }],
      ["onRetry", { ...fetching, attempt: 2 }],
      ["onRequest", { ...fetching, attempt: 2 }],
      ["onError", { ...fetching, attempt: 2 }],
      ["onRetry", { ...fetching, attempt: 3 }],
      ["onRequest", { ...fetching, attempt: 3 }],
      ["onResponse", { ...fetching, attempt: 3 }],
    ]);
    const [, , busy, , failed, refused] = events.map(([, seen]) => seen);
    expect(busy).toMatchObject({ status: 503, url: `${server.url}${path.replace("{CallSid}", CallSid)}` });
    expect(failed).toMatchObject({ name: "NetworkError" });
    expect(refused).toBe(failed);
  });

  it("count the attempts of each call by themselves, also of calls at the same time", async () => {
    const server = await serve(ok);
    const { events, hooks } = recorder();
    const client = hooked(server.url, hooks);
    await Promise.all([client.fetchAnnotation({ CallSid }), client.updateAnnotation({ CallSid })]);
    expect(new Set(events.map(([, , { attempt }]) => attempt))).toEqual(new Set([1]));
    expect(new Set(events.map(([, , { operation }]) => operation))).toEqual(
      new Set(["FetchAnnotation", "UpdateAnnotation"]),
    );
  });

  it("of several, the first is the outermost", async () => {
    const server = await serve(ok);
    const order: string[] = [];
    const named = (name: string) =>
      withHooks({
        onRequest: ({ headers }) => {
          order.push(`${name} requests`);
          headers.append("x-order", name);
        },
        onResponse: () => order.push(`${name} responds`),
      });
    await testClient({ baseUrl: server.url, hooks: [named("a"), named("b")] }).fetchAnnotation({ CallSid });
    expect(order).toEqual(["a requests", "b requests", "b responds", "a responds"]);
    expect(server.received[0]?.headers["x-order"]).toBe("a, b");
  });

  it("hold for raw, whose bodies are left to its caller", async () => {
    const server = await serve(json(503, {}), ok);
    const { events, hooks } = recorder();
    const { raw } = hooked(server.url, hooks);
    const { data } = await raw.GET(path, { params: { path: { CallSid } } });
    expect(data).toEqual(annotation);
    expect(events.map(([hook, , context]) => [hook, context])).toEqual([
      ["onRequest", { ...fetching, attempt: 1 }],
      ["onResponse", { ...fetching, attempt: 1 }],
      ["onRetry", { ...fetching, attempt: 2 }],
      ["onRequest", { ...fetching, attempt: 2 }],
      ["onResponse", { ...fetching, attempt: 2 }],
    ]);
    const [, last] = events.at(-1) ?? [];
    expect(last instanceof Response && (await last.text())).toBe("");
  });

  it("hold for raw with a fetch of its own, and for what the document does not have", async () => {
    const server = await serve(ok);
    const { events, hooks } = recorder();
    const { raw } = hooked(server.url, hooks);
    const sent: string[] = [];
    const fetch = (request: Request) => {
      sent.push(request.url);
      return globalThis.fetch(request);
    };
    await raw.GET("/v2/unknown" as typeof path, { fetch } as never); // not documented
    expect(sent).toEqual([`${server.url}/v2/unknown`]);
    expect(events.map(([hook, , context]) => [hook, context])).toEqual([
      ["onRequest", { operation: undefined, pathTemplate: undefined, attempt: 1 }],
      ["onResponse", { operation: undefined, pathTemplate: undefined, attempt: 1 }],
    ]);
  });

  it("hold for every page, whose path template has no query", async () => {
    const page = (items: number[], next?: string): Responder => json(200, { items, next });
    const server = await serve(page([1], "/things?cursor=secretive"), page([2]));
    const { events, hooks } = recorder();
    const list = getting({ operationId: "List", pagination: { items: "/items", nextUrl: "/next" } });
    const client = clientOf<{ list(): Paged<unknown, number> }>(
      {
        interface: INTERFACE_VERSION,
        baseUrl: server.url,
        operations: { list: { ...list, responses: { "200": { content: { "application/json": {} } } } } },
        requests: {},
        responses: {},
        codecs: {},
        credentials: [],
        pages: pagesOf,
      },
      { hooks: [withHooks(hooks)] },
    );
    const found: number[] = [];
    for await (const item of client.list()) found.push(item);
    expect(found).toEqual([1, 2]);
    expect(server.received[1]?.url).toBe("/v1/things?cursor=secretive");
    const context = { operation: "List", pathTemplate: "/v1/things", attempt: 1 };
    expect(events.map(([, , seen]) => seen)).toEqual([context, context, context, context]);
  });
});

describe("onRequest", () => {
  it("sets headers, also after it has read the body", async () => {
    const server = await serve(json(503, {}), ok);
    const bodies: string[] = [];
    const client = hooked(server.url, {
      onRequest: async (request, { attempt }) => {
        request.headers.set("x-attempt", `${attempt}`);
        request.headers.delete("accept");
        bodies.push(await request.text());
      },
    });
    await client.updateAnnotation({ CallSid }, { Spam: true });
    expect(bodies).toEqual(["Spam=true", "Spam=true"]);
    expect(server.received.map(({ headers, body }) => [headers["x-attempt"], headers.accept, body])).toEqual([
      ["1", "*/*", "Spam=true"],
      ["2", "*/*", "Spam=true"],
    ]);
    expect(server.received[0]?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
  });

  it("returns another request, at once or later, which gets the credentials", async () => {
    const server = await serve(ok);
    const client = hooked(server.url, {
      onRequest: async ({ url, method }) => new Request(`${url}?a=b`, { method, body: "Spam=false" }),
    });
    await client.updateAnnotation({ CallSid }, { Spam: true });
    expect(server.received[0]).toMatchObject({
      url: `${path.replace("{CallSid}", CallSid)}?a=b`,
      body: "Spam=false",
      headers: { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` },
    });
  });

  it("cannot send credentials to another origin", async () => {
    const [home, elsewhere] = [await serve(ok), await serve(ok)];
    const { events, hooks } = recorder();
    const client = hooked(home.url, { ...hooks, onRequest: () => new Request(elsewhere.url) });
    const error = await failure(() => client.fetchAnnotation({ CallSid }));
    expect(error).toBeInstanceOf(TypeError);
    expect(error.message).toContain(`No credentials for ${elsewhere.url}`);
    expect([...home.received, ...elsewhere.received]).toEqual([]);
    expect(events.map(([hook, seen]) => [hook, seen])).toEqual([["onError", error]]);
    // Without credentials, it may go anywhere.
    const open = fullClient(getting({ responses: { "200": {} } }), {
      baseUrl: home.url,
      hooks: [withHooks({ onRequest: () => new Request(elsewhere.url) })],
    });
    await open.call();
    expect(elsewhere.received).toHaveLength(1);
  });

  it("cannot replace credentials, nor have a redirect followed", async () => {
    const elsewhere = await serve(ok);
    const server = await serve(text(307, "", { location: elsewhere.url }));
    const client = hooked(server.url, {
      onRequest: ({ url }) => new Request(url, { redirect: "follow", headers: { authorization: "Basic other" } }),
    });
    await expect(client.fetchAnnotation({ CallSid })).rejects.toMatchObject({ status: 307 });
    expect(server.received[0]?.headers.authorization).toContain(btoa(`${accountSid}:${authToken}`));
    expect(elsewhere.received).toEqual([]);
  });

  it("fails the call with what it throws, without another attempt", async () => {
    const server = await serve(ok);
    const reason = new Error("not today");
    const { events, hooks } = recorder();
    for (const onRequest of [() => Promise.reject(reason), () => raise(reason)]) {
      const client = hooked(server.url, { ...hooks, onRequest });
      expect(await failure(() => client.fetchAnnotation({ CallSid }))).toBe(reason);
    }
    expect(server.received).toEqual([]);
    expect(events.map(([hook, seen]) => [hook, seen])).toEqual([
      ["onError", reason],
      ["onError", reason],
    ]);
  });

  it.each<[string, unknown]>([
    ["a response", new Response()],
    ["a URL", new URL("https://api.example.com")],
    ["an object", {}],
    ["a string", "https://api.example.com"],
  ])("fails the call, with what is expected, where it returns %s", async (_, returned) => {
    const server = await serve(ok);
    // As code without types may do.
    const client = hooked(server.url, { onRequest: () => returned as Request });
    await expect(client.fetchAnnotation({ CallSid })).rejects.toThrow("onRequest must return a Request or nothing.");
    expect(server.received).toEqual([]);
  });

  it("ends with the deadline and the signal of the call, and not with the timeout of an attempt", async () => {
    const server = await serve(ok);
    const never = () => new Promise<undefined>(() => {});
    const stuck = hooked(server.url, { onRequest: never }, { timeout: 1, deadline: 30 });
    expect(await failure(() => stuck.fetchAnnotation({ CallSid }))).toMatchObject({
      name: "TimeoutError",
      limit: "deadline",
    });
    const controller = new AbortController();
    const aborted = hooked(server.url, { onRequest: () => controller.abort("enough") });
    expect(await failure(() => aborted.fetchAnnotation({ CallSid }, { signal: controller.signal }))).toBe("enough");
    expect(server.received).toEqual([]);
  });

  it("is not asked to return anything, and keeps to the class of requests that is given", async () => {
    const server = await serve(ok);
    class Light {
      readonly url: string;
      readonly init: RequestInit;
      readonly headers: Headers;
      readonly method: string;
      readonly signal = new AbortController().signal;
      constructor(url: string, init: RequestInit) {
        this.url = url;
        this.init = init;
        this.headers = new Headers(init.headers);
        this.method = init.method ?? "GET";
      }
      clone(): Light {
        return new Light(this.url, { ...this.init, headers: this.headers });
      }
    }
    const client = hooked(
      server.url,
      { onRequest: ({ headers }) => headers.set("x-light", "1") },
      {
        Request: Light as never, // it has what is used of one
        fetch: ({ url, method, headers }: Request, init) => fetch(url, { ...init, method, headers }),
      },
    );
    await expect(client.fetchAnnotation({ CallSid })).resolves.toEqual(annotation);
    expect(server.received[0]?.headers["x-light"]).toBe("1");
  });
});
