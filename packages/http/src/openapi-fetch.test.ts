import { describe, expect, it } from "vitest";
import type { ClientOptions } from "./client-options.ts";
import { type ClientParts, clientOf } from "./testing/client-parts.ts";
import {
  accountSid,
  annotation,
  authToken,
  CallSid,
  definition,
  failure,
  annotationPath as path,
  type TestClient,
  testClient,
} from "./testing/definition.ts";
import { json, reset, serve, text, truncated } from "./testing/serve.ts";

// What openapi-fetch 0.17 does when it is used as it comes, and a test per surprise.

const params = { path: { CallSid } };
const form = "application/x-www-form-urlencoded";

/** A client whose document says nothing about values, so that no validator hides what the serializers do. */
function trusting(baseUrl: string, operations: Partial<ClientParts["operations"]> = {}): TestClient {
  const lenient = { ...definition, requests: {}, operations: { ...definition.operations, ...operations } };
  return clientOf<TestClient>(lenient as ClientParts, { accountSid, authToken, baseUrl } as ClientOptions);
}

describe("methods", () => {
  it("send a form and not JSON, to the byte", async () => {
    const server = await serve(json(200, annotation));
    await testClient({ baseUrl: server.url }).updateAnnotation({ CallSid }, { Comment: "a b&é", Spam: false });
    expect(server.received[0]?.body).toBe("Comment=a+b%26%C3%A9&Spam=false");
    expect(server.received[0]?.headers["content-type"]).toBe(form);
  });

  it("send a form although the content type has a charset", async () => {
    const server = await serve(json(200, annotation));
    const headers = { "Content-Type": `${form}; charset=utf-8` };
    await testClient({ baseUrl: server.url }).updateAnnotation({ CallSid }, { Comment: "a" }, { headers });
    expect(server.received[0]?.body).toBe("Comment=a");
    expect(server.received[0]?.headers["content-type"]).toBe(`${form}; charset=utf-8`);
  });

  it("do not write undefined and null as words", async () => {
    const server = await serve(json(200, annotation));
    // What callers without types send.
    // Its type has no undefined, which callers without types may pass.
    const body = { Comment: undefined, CallScore: null };
    await testClient({ baseUrl: server.url }).updateAnnotation({ CallSid }, body);
    expect(server.received[0]?.body).toBe("CallScore=");
  });

  it.each(["", "..", "."])("do not build another path from the parameter %j", async (value) => {
    const server = await serve(json(200, annotation));
    for (const client of [testClient({ baseUrl: server.url }), trusting(server.url)]) {
      const error = await failure(() => client.fetchAnnotation({ CallSid: value }));
      expect(error).toMatchObject({ name: "RequestValidationError", issues: [{ path: ["CallSid"] }] });
    }
    expect(server.received).toHaveLength(0);
  });

  it("send escaped dots as the text that they are", async () => {
    const server = await serve(json(200, annotation));
    await trusting(server.url).fetchAnnotation({ CallSid: "%2e%2e" });
    expect(server.received[0]?.url).toBe("/v1/Voice/%252e%252e/Annotation");
  });

  it("do not send the braces of a template", async () => {
    const server = await serve(json(200, annotation));
    const undeclared = { ...definition.operations.fetchAnnotation, parameters: [] };
    const calls = [
      () => testClient({ baseUrl: server.url }).fetchAnnotation({} as never),
      () => trusting(server.url).fetchAnnotation({} as never),
      () => trusting(server.url, { fetchAnnotation: undeclared as never }).fetchAnnotation({} as never),
    ];
    for (const call of calls) {
      const error = await failure(call);
      expect(error).toMatchObject({ name: "RequestValidationError", method: "GET", issues: [{ path: ["CallSid"] }] });
      expect(error.url).toBe(`${server.url}${path}`);
    }
    expect(server.received).toHaveLength(0);
  });

  it.each([
    ["with its length", text(500, "", { "content-length": "0" })],
    ["in chunks", text(500, "", { "transfer-encoding": "chunked" })],
    ["of JSON", text(500, "", { "content-type": "application/json" })],
  ])("throw a ServerError for a failure with an empty body (#2530), %s", async (_, respond) => {
    const server = await serve(respond);
    const client = testClient({ baseUrl: server.url, retry: false });
    await expect(client.fetchAnnotation({ CallSid })).rejects.toMatchObject({ name: "ServerError", status: 500 });
  });

  it("throw a typed error for HTML with status 200", async () => {
    const server = await serve(text(200, "<html>"));
    const error = await failure(() => testClient({ baseUrl: server.url }).fetchAnnotation({ CallSid }));
    expect(error).toMatchObject({ name: "ResponseValidationError", status: 200 });
    expect(error.issues).toMatchObject([{ path: [], code: "json" }]);
  });

  it.each([
    ["before the headers", reset],
    ["in the middle of a body", truncated],
  ])("throw a typed error for a network failure %s", async (_, respond) => {
    const server = await serve(respond);
    const error = await failure(() => testClient({ baseUrl: server.url, retry: false }).fetchAnnotation({ CallSid }));
    expect(error).toMatchObject({ name: "NetworkError", code: "network" });
  });

  it("send the body of a POST again when they repeat it", async () => {
    const server = await serve(json(503, {}), truncated, json(200, annotation));
    const call = testClient({ baseUrl: server.url }).updateAnnotation({ CallSid }, { Comment: "a b" });
    await expect(call).resolves.toEqual(annotation);
    expect(server.received.map(({ body, headers }) => [body, headers["content-type"]])).toEqual(
      Array(3).fill(["Comment=a+b", form]),
    );
  });

  it("know nothing of the middleware of the raw client", async () => {
    const server = await serve(json(200, annotation));
    const client = testClient({ baseUrl: server.url });
    const mistake = new Error("in middleware");
    client.raw.use({
      onResponse: () => {
        throw mistake;
      },
    });
    expect(await failure(() => client.raw.GET(path, { params }))).toBe(mistake);
    await expect(client.fetchAnnotation({ CallSid })).resolves.toEqual(annotation);
  });
});

describe("the raw client", () => {
  it.each<[string, Record<string, string> | undefined]>([
    ["though the content type is not set by hand", undefined],
    ["although the content type has a charset", { "content-type": `${form}; charset=utf-8` }],
  ])("sends a form and not JSON, %s", async (_, headers) => {
    const server = await serve(json(200, annotation));
    const init = { params, body: { Comment: "a b" }, ...(headers && { headers }) };
    await testClient({ baseUrl: server.url }).raw.POST(path, init);
    expect(server.received[0]?.body).toBe("Comment=a+b");
    expect(server.received[0]?.headers["content-type"]).toBe(headers?.["content-type"] ?? form);
  });

  it("sends a form from its `request` too, which takes methods in lower case", async () => {
    const server = await serve(json(200, annotation));
    await testClient({ baseUrl: server.url }).raw.request("post", path, { params, body: { Comment: "a b" } });
    expect(server.received[0]?.body).toBe("Comment=a+b");
  });

  it("does not write undefined and null as words", async () => {
    const server = await serve(json(200, annotation));
    const body = { Comment: undefined, CallScore: null } as unknown as { CallScore: null };
    await testClient({ baseUrl: server.url }).raw.POST(path, { params, body });
    expect(server.received[0]?.body).toBe("CallScore=");
  });

  it("writes queries by the operation table", async () => {
    const server = await serve(text(200, '"found"'));
    // The types of the raw client know no paths of this document.
    const raw = testClient({ baseUrl: server.url }).raw as unknown as { GET(path: string, init: object): unknown };
    await raw.GET("/v1/Search", { params: { query: { Words: ["a b", "c"], Page: 2 } } });
    expect(server.received[0]?.url).toBe("/v1/Search?Words=a%20b,c&Page=2");
  });

  it.each([{}, { params: {} }, { params: { path: {} } }, { params: { path: { CallSid: ".." } } }])(
    "does not send another path, with %j",
    async (init) => {
      const server = await serve(json(200, annotation));
      const error = await failure(() => testClient({ baseUrl: server.url }).raw.GET(path, init as never));
      expect(error).toMatchObject({ name: "RequestValidationError", method: "GET", issues: [{ path: ["CallSid"] }] });
      expect(server.received).toHaveLength(0);
    },
  );

  it("throws a NetworkError when no headers arrive", async () => {
    const server = await serve(reset);
    const error = await failure(() => testClient({ baseUrl: server.url, retry: false }).raw.GET(path, { params }));
    expect(error.name).toBe("NetworkError");
  });

  it("leaves bodies to openapi-fetch: `response.ok` says whether it worked, `error` does not", async () => {
    const failing = await serve(text(500, "", { "content-length": "0" }));
    const { raw } = testClient({ baseUrl: failing.url, retry: false });
    const { error, response } = await raw.GET(path, { params });
    expect(response).toMatchObject({ ok: false, status: 500 });
    expect(error).toBeUndefined();

    const html = await serve(text(200, "<html>"));
    const call = testClient({ baseUrl: html.url }).raw.GET(path, { params });
    await expect(call).rejects.toBeInstanceOf(SyntaxError);
  });
});
