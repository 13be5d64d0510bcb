import {
  type ContextManager,
  context,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from "@opentelemetry/api";
import {
  InMemorySpanExporter,
  NodeTracerProvider,
  type ReadableSpan,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-node";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ClientOptions } from "./client-options.ts";
import type { Hook } from "./fetch.ts";
import { withTracing } from "./otel.ts";
import {
  annotation,
  authToken,
  CallSid,
  failure,
  annotationPath as template,
  testClient,
} from "./testing/definition.ts";
import { fullClient, getting } from "./testing/full-definition.ts";
import { secret } from "./testing/secrets.ts";
import { hang, json, reset, serve, text } from "./testing/serve.ts";
import { withHooks } from "./with-hooks.ts";

const path = template.replace("{CallSid}", CallSid);

describe("tracing", () => {
  const exporter = new InMemorySpanExporter();
  const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  beforeEach(() => {
    exporter.reset();
    provider.register();
  });
  afterEach(() => {
    for (const api of [trace, context, propagation]) api.disable();
  });
  afterAll(() => provider.shutdown());
  const spans = (): readonly ReadableSpan[] => exporter.getFinishedSpans();
  const traced = (baseUrl: string, options: ClientOptions = {}) =>
    testClient({ baseUrl, hooks: [withTracing()], ...options });

  it("makes a span of a call, and sends its context", async () => {
    const server = await serve(json(200, annotation));
    await traced(server.url).fetchAnnotation({ CallSid });
    const [span] = spans();
    expect(span).toMatchObject({
      name: `GET ${template}`,
      kind: SpanKind.CLIENT,
      status: { code: SpanStatusCode.UNSET },
      ended: true,
      events: [],
    });
    expect(span?.attributes).toEqual({
      "http.request.method": "GET",
      "http.response.status_code": 200,
      "server.address": "127.0.0.1",
      "server.port": Number(new URL(server.url).port),
      "url.full": `${server.url}${path}`,
      "url.template": template,
    });
    const { traceId, spanId } = span?.spanContext() ?? {};
    expect(server.received[0]?.headers.traceparent).toBe(`00-${traceId}-${spanId}-01`);
  });

  it("makes one of every attempt, and counts them, below the span that the call was made in", async () => {
    const server = await serve(json(503, {}), reset, json(200, annotation));
    const inside: (Span | undefined)[] = [];
    const inner: Hook = (fetch) => (request, init) => {
      inside.push(trace.getActiveSpan());
      return fetch(request, init);
    };
    const parent = trace.getTracer("test").startSpan("parent");
    await context.with(trace.setSpan(context.active(), parent), () =>
      traced(server.url, { hooks: [withTracing(), inner] }).updateAnnotation({ CallSid }, { Spam: true }),
    );
    const counts = spans().map(({ attributes }) => attributes["http.request.resend_count"]);
    expect(counts).toEqual([undefined, 1, 2]);
    expect(spans().map(({ attributes }) => attributes["http.response.status_code"])).toEqual([503, undefined, 200]);
    expect(spans().map(({ attributes }) => attributes["error.type"])).toEqual(["503", "NetworkError", undefined]);
    expect(spans().map(({ status }) => status)).toEqual([
      { code: SpanStatusCode.ERROR },
      { code: SpanStatusCode.ERROR },
      { code: SpanStatusCode.UNSET },
    ]);
    const ids = spans().map((span) => span.spanContext().spanId);
    expect(spans().map(({ parentSpanContext }) => parentSpanContext?.spanId)).toEqual(
      Array(3).fill(parent.spanContext().spanId),
    );
    expect(inside.map((span) => span?.spanContext().spanId)).toEqual(ids);
    expect(server.received.map(({ headers }) => headers.traceparent)).toEqual(
      ids.map((id) => `00-${parent.spanContext().traceId}-${id}-01`),
    );
    expect(server.received.map(({ body }) => body)).toEqual(Array(3).fill("Spam=true"));
  });

  it.each<[string, ClientOptions, unknown, string]>([
    ["a timeout", { timeout: 20 }, undefined, "TimeoutError"],
    ["the deadline", { deadline: 20 }, undefined, "TimeoutError"],
    ["an abort", {}, undefined, "AbortError"],
    ["an abort for a reason that is no error", {}, `because of ${authToken}`, "_OTHER"],
  ])("ends with %s", async (_, options, reason, type) => {
    const server = await serve(hang);
    const controller = new AbortController();
    if (!options.timeout && !options.deadline) setTimeout(() => controller.abort(reason), 20);
    const client = traced(server.url, { retry: false, ...options });
    await failure(() => client.fetchAnnotation({ CallSid }, { signal: controller.signal }));
    expect(spans()).toHaveLength(1);
    expect(spans()[0]).toMatchObject({ ended: true, status: { code: SpanStatusCode.ERROR } });
    expect(spans()[0]?.attributes).toMatchObject({ "error.type": type });
  });

  it("takes an error of the server for one, and a redirect for none", async () => {
    const server = await serve(json(404, {}), text(302, "", { location: "/elsewhere" }));
    await failure(() => traced(server.url).fetchAnnotation({ CallSid }));
    await failure(() => traced(server.url).fetchAnnotation({ CallSid }));
    expect(spans().map(({ attributes, status }) => [attributes["error.type"], status.code])).toEqual([
      ["404", SpanStatusCode.ERROR],
      [undefined, SpanStatusCode.UNSET],
    ]);
  });

  it("has no secret and no value of a query in any attribute, nor in the name", async () => {
    const server = await serve(
      (response, { headers }) => json(500, { secret }, { "x-echo": `${headers.authorization}` })(response, {} as never), // it reads no request
    );
    const operation = getting({
      path: "/v1/{id}/things",
      security: [["Bearer", "QueryKey", "CookieKey", "HeaderKey"]],
      parameters: [
        { name: "id", in: "path", required: true, schema: "Id" },
        { name: "q", in: "query", style: "form", explode: true, schema: "Q" },
      ],
    });
    const options = { token: secret, queryKey: secret, cookieKey: secret, headerKey: secret };
    const hooks = [withHooks({ onRequest: ({ url }) => new Request(`${url}&bare+1#fragment`) }), withTracing()];
    const client = fullClient(operation, { baseUrl: server.url, ...options, hooks, retry: false });
    await failure(() => client.call({ id: secret, q: ["+15550100", "x=y"] }));
    expect(server.received[0]?.url).toContain(`key=${encodeURIComponent(secret)}`);
    const [span] = spans();
    expect(span?.attributes["url.full"]).toBe(`${server.url}/v1/[redacted]/things?q=REDACTED&q=REDACTED&REDACTED`);
    const shown = JSON.stringify([span?.attributes, span?.events, span?.status]);
    for (const hidden of [secret, encodeURIComponent(secret), "5550100", "x=y", "bare"])
      expect(shown).not.toContain(hidden);
  });

  it("traces raw, and what the document does not have by its method alone", async () => {
    const server = await serve(json(200, annotation), json(200, {}));
    const { raw } = traced(server.url);
    await raw.GET(template, { params: { path: { CallSid } } });
    await raw.GET("/v2/unknown" as typeof template, {} as never); // not documented
    await (raw as unknown as { request(method: string, path: string): Promise<unknown> }).request(
      "purge",
      "/v2/unknown",
    );
    expect(spans().map(({ name }) => name)).toEqual([`GET ${template}`, "GET", "HTTP"]);
    expect(spans()[1]?.attributes).not.toHaveProperty("url.template");
    expect(spans()[2]?.attributes).toMatchObject({
      "http.request.method": "_OTHER",
      "http.request.method_original": "PURGE",
    });
  });

  it.each([
    ["https://api.example.com", "api.example.com", 443],
    ["http://localhost", "localhost", 80],
    ["http://[::1]:8080", "::1", 8080],
  ])("names the server of %s", async (baseUrl, address, port) => {
    const fetch = async (): Promise<Response> => Response.json(annotation);
    await traced(baseUrl, { fetch }).fetchAnnotation({ CallSid });
    expect(spans()[0]?.attributes).toMatchObject({ "server.address": address, "server.port": port });
  });

  it("finds the span that the call was made in where contexts end with the function, as in browsers", async () => {
    const server = await serve(json(503, {}), json(200, annotation));
    const stack = [ROOT_CONTEXT];
    const manager: ContextManager = {
      active: () => stack.at(-1) ?? ROOT_CONTEXT,
      with: (active, call, self, ...given) => {
        stack.push(active);
        try {
          return call.apply(self, given);
        } finally {
          stack.pop();
        }
      },
      bind: (_, target) => target,
      enable: () => manager,
      disable: () => manager,
    };
    context.disable();
    context.setGlobalContextManager(manager);
    const parent = trace.getTracer("test").startSpan("parent");
    const client = traced(server.url);
    await context.with(trace.setSpan(ROOT_CONTEXT, parent), () => client.fetchAnnotation({ CallSid }));
    const { spanId } = parent.spanContext();
    expect(spans().map(({ parentSpanContext }) => parentSpanContext?.spanId)).toEqual([spanId, spanId]);
  });

  it("takes a tracer that is not the global one", async () => {
    const server = await serve(json(200, annotation));
    const own = new InMemorySpanExporter();
    const other = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(own)] });
    await traced(server.url, { hooks: [withTracing(other.getTracer("mine"))] }).fetchAnnotation({ CallSid });
    expect([own.getFinishedSpans().length, spans().length]).toEqual([1, 0]);
  });
});

it("without an SDK, tracing changes nothing", async () => {
  const server = await serve(json(503, {}), json(200, annotation));
  const sent: Request[] = [];
  const fetch = (request: Request, init?: RequestInit) => {
    sent.push(request);
    return globalThis.fetch(request, init);
  };
  const client = testClient({ baseUrl: server.url, hooks: [withTracing()], fetch });
  await expect(client.fetchAnnotation({ CallSid })).resolves.toEqual(annotation);
  expect(server.received.map(({ headers }) => headers.traceparent)).toEqual([undefined, undefined]);
});
