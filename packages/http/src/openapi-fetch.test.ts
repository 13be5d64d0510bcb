import { describe, expect, it } from "vitest";
import { CallSid, failure, testClient } from "./testing/definition.ts";
import { json, reset, serve, text, truncated } from "./testing/serve.ts";

// Each of these is what openapi-fetch 0.17 does when it is used as it comes. A test per surprise.

const path = "/v1/Voice/{CallSid}/Annotation";
const params = { path: { CallSid } };
const annotation = { call_sid: CallSid };

describe("openapi-fetch", () => {
  it("sends a form and not JSON, though the content type is not set by hand", async () => {
    const server = await serve(json(200, annotation));
    await testClient({ baseUrl: server.url }).raw.POST(path, { params, body: { Comment: "a b" } });
    expect(server.received[0]?.body).toBe("Comment=a+b");
    expect(server.received[0]?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
  });

  it("sends a form although the content type has a charset", async () => {
    const server = await serve(json(200, annotation));
    const headers = { "content-type": "application/x-www-form-urlencoded; charset=utf-8" };
    await testClient({ baseUrl: server.url }).raw.POST(path, { params, headers, body: { Comment: "a" } });
    expect(server.received[0]?.body).toBe("Comment=a");
    expect(server.received[0]?.headers["content-type"]).toBe(headers["content-type"]);
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

  it.each(["", "..", ".", "%2e%2e"])("does not build another path from the parameter %j", async (value) => {
    const server = await serve(json(200, annotation));
    const client = testClient({ baseUrl: server.url });
    const error = await failure(() => client.raw.GET(path, { params: { path: { CallSid: value } } }));
    expect(error).toMatchObject({ name: "RequestValidationError", issues: [{ path: ["CallSid"] }] });
    await expect(client.fetchAnnotation({ CallSid: value })).rejects.toMatchObject({ name: "RequestValidationError" });
    expect(server.received).toHaveLength(0);
  });

  it.each([{}, { params: {} }, { params: { path: {} } }])(
    "does not send the braces of a template, with %j",
    async (init) => {
      const server = await serve(json(200, annotation));
      const error = await failure(() => testClient({ baseUrl: server.url }).raw.GET(path, init as never));
      expect(error).toMatchObject({ name: "RequestValidationError", method: "GET" });
      expect(server.received).toHaveLength(0);
    },
  );

  it("has a truthy error for a failure with an empty body (#2530)", async () => {
    const server = await serve(text(500, ""));
    const client = testClient({ baseUrl: server.url, retry: false });
    await expect(client.fetchAnnotation({ CallSid })).rejects.toMatchObject({ name: "ServerError", status: 500 });
    const { error, response } = await client.raw.GET(path, { params });
    expect(response.status).toBe(500);
    expect(error).toMatchObject({ name: "ServerError", status: 500 });
  });

  it("throws a typed error for HTML with status 200", async () => {
    const server = await serve(text(200, "<html>"));
    const error = await failure(() => testClient({ baseUrl: server.url }).raw.GET(path, { params }));
    expect(error).toMatchObject({ name: "ResponseValidationError", status: 200 });
  });

  it("throws a typed error for a network failure, and for one in the middle of a body", async () => {
    for (const answer of [reset, truncated]) {
      const server = await serve(answer);
      const client = testClient({ baseUrl: server.url, retry: false });
      expect(await failure(() => client.raw.GET(path, { params }))).toMatchObject({ name: "NetworkError" });
    }
  });

  it("keeps middleware of the raw client away from the methods", async () => {
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
