import { inspect } from "node:util";
import type { Check } from "@earmark/validation";
import { report } from "@earmark/validation/runtime";
import { describe, expect, it } from "vitest";
import type { ClientOptions } from "./client-options.ts";
import { fullWire } from "./full-wire.ts";
import { serializeHeaders } from "./headers.ts";
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
import { fullClient, getting } from "./testing/full-definition.ts";
import { json, serve, text } from "./testing/serve.ts";

describe("a call", () => {
  it("fills in the path, authenticates and returns the response", async () => {
    const server = await serve(json(200, annotation));
    await expect(testClient({ baseUrl: server.url }).fetchAnnotation({ CallSid })).resolves.toEqual(annotation);
    expect(server.received[0]).toMatchObject({ method: "GET", url: `/v1/Voice/${CallSid}/Annotation` });
    expect(server.received[0]?.headers.authorization).toBe(
      `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}`,
    );
    expect(server.received[0]?.headers.accept).toBe("application/json");
    expect(server.received[0]?.headers["content-type"]).toBeUndefined();
  });

  it("sends a form with its content type", async () => {
    const server = await serve(json(200, annotation));
    const body = { AnsweredBy: "human", QualityIssues: ["low_volume", "choppy_robotic"], CallScore: null };
    await testClient({ baseUrl: server.url }).updateAnnotation({ CallSid }, body);
    expect(server.received[0]?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
    expect(server.received[0]?.body).toBe("AnsweredBy=human&QualityIssues=low_volume%2Cchoppy_robotic&CallScore=");
  });

  it("sends neither body nor content type when an optional body is left out", async () => {
    const server = await serve(json(200, annotation));
    await testClient({ baseUrl: server.url }).updateAnnotation({ CallSid });
    expect(server.received[0]?.headers["content-type"]).toBeUndefined();
    expect(server.received[0]?.body).toBe("");
  });

  it("sends JSON where the document says so, and reads a response without content as undefined", async () => {
    const server = await serve(json(201, { id: 1 }), (response) => response.writeHead(204).end());
    const client = testClient({ baseUrl: server.url });
    await expect(client.createNote({ note: "é" })).resolves.toEqual({ id: 1 });
    expect(server.received[0]).toMatchObject({ body: '{"note":"é"}' });
    expect(server.received[0]?.headers["content-type"]).toBe("application/json");
    await expect(client.createNote({})).resolves.toBeUndefined();
  });

  it("writes query and header parameters, reads text, and sends no credentials where none are needed", async () => {
    const server = await serve(text(200, "found", { "content-type": "text/plain" }));
    const parts = { ...definition, writeHeaders: serializeHeaders, wire: fullWire };
    const client = clientOf<TestClient>(parts, { baseUrl: `${server.url}/prefix/`, accountSid, authToken } as object); // credentials are the document's
    await expect(client.search({ Words: ["a b", "c"], Page: 2, "X-Trace": "t" })).resolves.toBe("found");
    expect(server.received[0]?.url).toBe("/prefix/v1/Search?Words=a%20b,c&Page=2");
    expect(server.received[0]?.headers["x-trace"]).toBe("t");
    expect(server.received[0]?.headers.authorization).toBeUndefined();
  });

  it("sends headers of the call, but never another Authorization", async () => {
    const server = await serve(json(200, annotation));
    const headers = { "x-mine": "1", authorization: "Bearer other" };
    await testClient({ baseUrl: server.url }).fetchAnnotation({ CallSid }, { headers });
    expect(server.received[0]?.headers["x-mine"]).toBe("1");
    expect(server.received[0]?.headers.authorization).toMatch(/^Basic /);
  });

  it("takes headers in each of their forms", async () => {
    const server = await serve(json(200, annotation));
    const client = testClient({ baseUrl: server.url });
    const forms: HeadersInit[] = [{ "x-mine": "1" }, [["x-mine", "1"]], new Headers({ "x-mine": "1" })];
    for (const headers of forms) await client.fetchAnnotation({ CallSid }, { headers });
    expect(server.received.map(({ headers }) => headers["x-mine"])).toEqual(["1", "1", "1"]);
  });

  it("does not drop a body for which the definition has no codec", async () => {
    const options = { accountSid, authToken, fetch: () => Promise.reject(new Error("sent")) };
    const client = clientOf<TestClient>({ ...definition, codecs: {} }, options as ClientOptions);
    await expect(client.createNote({})).rejects.toThrow(TypeError);
  });

  it("finds globalThis.fetch when it calls, not when the client is made", async () => {
    const client = testClient();
    const original = globalThis.fetch;
    globalThis.fetch = async () => Response.json(annotation);
    try {
      await expect(client.fetchAnnotation({ CallSid })).resolves.toEqual(annotation);
    } finally {
      globalThis.fetch = original;
    }
  });

  it("works with a light Request and a light fetch", async () => {
    class LightRequest {
      readonly url: string;
      readonly method: string;
      readonly headers: Headers;
      readonly signal: AbortSignal;
      readonly body: unknown;
      constructor(url: string, { method, headers, signal, body }: RequestInit) {
        this.url = url;
        this.method = method ?? "GET";
        this.headers = new Headers(headers);
        this.signal = signal ?? new AbortController().signal;
        this.body = body;
      }
      clone(): LightRequest {
        return new LightRequest(this.url, this as RequestInit);
      }
    }
    const seen: LightRequest[] = [];
    const fetch = async (request: LightRequest) => {
      seen.push(request);
      const status = seen.length === 1 ? 503 : 200;
      return { ok: status === 200, status, headers: new Headers(), text: async () => JSON.stringify(annotation) };
    };
    const client = testClient({ fetch, Request: LightRequest } as never);
    await expect(client.updateAnnotation({ CallSid }, { Spam: true })).resolves.toEqual(annotation);
    expect(seen).toHaveLength(2);
    for (const request of seen) {
      expect(request).toBeInstanceOf(LightRequest);
      expect(request.url).toBe(`https://api.example.com/v1/Voice/${CallSid}/Annotation`);
      expect(request).toMatchObject({ method: "POST", body: "Spam=true" });
      expect(request.headers.get("authorization")).toMatch(/^Basic /);
    }
  });
});

describe("arguments", () => {
  const neverCalled = () => Promise.reject(new Error("sent"));

  it("are checked before anything is sent, all of them, and the error names the call", async () => {
    const client = testClient({ fetch: neverCalled });
    const error = await failure(() =>
      client.updateAnnotation({ CallSid: "x", Other: 1 } as never, { CallScore: 9 } as never),
    );
    expect(error).toMatchObject({ name: "RequestValidationError", code: "request", method: "POST" });
    expect(error.issues).toMatchObject([
      { path: ["CallSid"], code: "pattern" },
      { path: ["Other"], code: "additionalProperties" },
      { path: ["CallScore"], code: "enum", value: 9 },
    ]);
    expect(error.message).toMatch(
      /^Not sent: CallSid must match .*; Other is not known.*; CallScore must be one of .*, received 9\. POST https:\/\/api\.example\.com\/v1\/Voice\/\{CallSid\}\/Annotation$/,
    );
  });

  it.each<[string, () => unknown, object]>([
    [
      "no parameters at all",
      () => testClient().fetchAnnotation(undefined as never),
      { path: ["CallSid"], code: "required" },
    ],
    [
      "a string instead of parameters",
      () => testClient().fetchAnnotation(CallSid as never),
      { path: ["CallSid"], code: "required" },
    ],
    [
      "null instead of a parameter",
      () => testClient().fetchAnnotation({ CallSid: null } as never),
      { path: ["CallSid"] },
    ],
    ["no body where one is required", () => testClient().createNote(undefined), { path: [], code: "required" }],
    [
      "an item with a comma",
      () => testClient().updateAnnotation({ CallSid }, { QualityIssues: ["a", "b,c"] }),
      { path: ["QualityIssues"], code: "type" },
    ],
  ])("refuses %s", async (_, call, issue) => {
    const error = await failure(call);
    expect(error.name).toBe("RequestValidationError");
    expect((error.issues as unknown[])[0]).toMatchObject(issue);
  });
});

it("arguments may be called what every object inherits, and are absent unless they are given", async () => {
  const server = await serve(text(204, ""));
  const names = ["constructor", "toString", "__proto__"];
  const parameters = names.map((name) => ({ name, in: "query", schema: "Text" }) as const);
  const client = fullClient(getting({ parameters }), { baseUrl: server.url });
  await client.call({});
  await client.call(JSON.parse('{ "constructor": "a", "__proto__": "b" }'));
  expect(server.received.map(({ url }) => url)).toEqual(["/v1/things", "/v1/things?constructor=a&__proto__=b"]);
});

describe("responses", () => {
  const broken = { call_sid: 4242424242, comment: "call me at +15550100" };

  it("that break the document are reported, without their values, and returned", async () => {
    const server = await serve(json(200, broken, { "x-request-id": "RQ1" }));
    const errors: Error[] = [];
    const client = testClient({ baseUrl: server.url, onInvalidResponse: (error: Error) => errors.push(error) });
    await expect(client.fetchAnnotation({ CallSid })).resolves.toEqual(broken);
    expect(errors[0]).toMatchObject({
      name: "ResponseValidationError",
      status: 200,
      requestId: "RQ1",
      message: `The 200 response breaks the document: call_sid type. GET ${server.url}/v1/Voice/${CallSid}/Annotation`,
      code: "response",
    });
    expect((errors[0] as Error & { issues: unknown }).issues).toMatchObject([
      { path: ["call_sid"], value: 4242424242 },
    ]);
    expect(inspect(errors[0])).not.toContain("4242424242");
    expect(JSON.stringify(errors[0])).not.toContain("4242424242");
  });

  it.each([204, 205])("without content (%i) are undefined, whatever the document promises", async (status) => {
    const server = await serve(text(status, ""));
    const client = testClient({ baseUrl: server.url, responseValidation: "throw" });
    await expect(client.fetchAnnotation({ CallSid })).resolves.toBeUndefined();
    await expect(client.createNote({})).resolves.toBeUndefined();
    await expect(client.search()).resolves.toBeUndefined();
  });

  it("that break the document are thrown, or not looked at, on demand; a call overrides its client", async () => {
    const server = await serve(json(200, broken));
    const strict = testClient({ baseUrl: server.url, responseValidation: "throw" });
    await expect(strict.fetchAnnotation({ CallSid })).rejects.toMatchObject({ name: "ResponseValidationError" });
    await expect(strict.fetchAnnotation({ CallSid }, { responseValidation: "off" })).resolves.toEqual(broken);
  });

  it.each([
    ["HTML", text(200, "<html>maintenance</html>")],
    ["an empty body", text(200, "")],
    ["of a type that every object knows", text(200, "<html>maintenance</html>", { "content-type": "constructor" })],
    ["half of a JSON document", text(200, '{"call_sid":', { "content-type": "application/json" })],
  ])("are an error when they are %s, even unchecked", async (_, respond) => {
    const server = await serve(respond);
    const client = testClient({ baseUrl: server.url, responseValidation: "off" });
    const error = await failure(() => client.fetchAnnotation({ CallSid }));
    expect(error.name).toBe("ResponseValidationError");
    expect(error.issues).toMatchObject([{ path: [], code: "json" }]);
    expect(error.message).toMatch(/^The 200 response breaks the document: body json\. GET http/);
    expect(error.message).not.toContain("maintenance");
  });

  it("of a success that the document does not know are held to the one that it does", async () => {
    const server = await serve(json(202, broken));
    const client = testClient({ baseUrl: server.url, responseValidation: "throw" });
    await expect(client.fetchAnnotation({ CallSid })).rejects.toMatchObject({ status: 202 });
  });

  it("… and to the first of those that it does, where 200 is not among them", async () => {
    const server = await serve(json(200, broken));
    const { fetchAnnotation } = definition.operations;
    const responses = { "404": {}, "202": {}, "201": fetchAnnotation?.responses["200"] };
    const operations = { fetchAnnotation: { ...fetchAnnotation, responses } } as ClientParts["operations"];
    const options = { accountSid, authToken, baseUrl: server.url, responseValidation: "throw" } as ClientOptions;
    const client = clientOf<TestClient>({ ...definition, operations }, options);
    await expect(client.fetchAnnotation({ CallSid })).rejects.toMatchObject({ name: "ResponseValidationError" });
  });

  it.each([fullWire, undefined])(
    "… and not to a default, which beside a success is what errors look like",
    async (wire) => {
      const server = await serve(json(201, annotation));
      const { fetchAnnotation } = definition.operations;
      const error = { content: { "application/json": { schema: "Error" } } };
      const responses = { 200: fetchAnnotation?.responses["200"], default: error };
      const operations = { fetchAnnotation: { ...fetchAnnotation, responses } } as ClientParts["operations"];
      const options = { accountSid, authToken, baseUrl: server.url, responseValidation: "throw" } as ClientOptions;
      const refuse: Check = (value, issues) => !report(issues, [], "type", "Error", value);
      const checks = { ...definition.responses, Error: refuse };
      const parts = { ...definition, ...(wire && { wire }), operations, responses: checks };
      await expect(clientOf<TestClient>(parts, options).fetchAnnotation({ CallSid })).resolves.toEqual(annotation);
    },
  );

  it.each(["302", "3XX", "404", "4XX", "500", "101"])("… but not to %s, where it has no other", async (known) => {
    const server = await serve(text(200, ""));
    const { fetchAnnotation } = definition.operations;
    const responses = { [known]: fetchAnnotation?.responses["200"] };
    const operations = { fetchAnnotation: { ...fetchAnnotation, responses } } as ClientParts["operations"];
    const options = { accountSid, authToken, baseUrl: server.url, responseValidation: "throw" } as ClientOptions;
    for (const wire of [{}, { wire: fullWire }]) {
      const client = clientOf<TestClient>({ ...definition, ...wire, operations }, options);
      await expect(client.fetchAnnotation({ CallSid })).resolves.toBeUndefined();
    }
  });
});

describe("options", () => {
  it.each<[string, Record<string, unknown>, RegExp]>([
    [
      "no credentials",
      { accountSid: undefined, authToken: undefined },
      /^Pass accountSid,authToken or apiKey,apiSecret as strings; received neither\.$/,
    ],
    ["half of a pair", { authToken: "" }, /received accountSid\.$/],
    ["halves of two pairs", { authToken: "", apiSecret: "s3cret" }, /received accountSid,apiSecret\.$/],
    ["more than one pair", { apiKey: "SK1", apiSecret: "s3cret" }, /received accountSid,authToken,apiKey,apiSecret\.$/],
    ["a pair and a half", { apiKey: "SK1" }, /received accountSid,authToken,apiKey\.$/],
    ["credentials that are not strings", { authToken: 12345 }, /as strings; received accountSid,authToken\.$/],
    ["a user name with a colon", { accountSid: "a:b" }, /^Pass accountSid,authToken/],
    ["a negative timeout", { timeout: -1 }, /^timeout must be a number from 0, received -1\.$/],
    ["a timeout that is not a number", { timeout: Number.NaN }, /^timeout .*received NaN\.$/],
    ["a negative deadline", { deadline: Number.NEGATIVE_INFINITY }, /^deadline .*received -Infinity\.$/],
    ["a negative number of attempts", { retry: { attempts: -1 } }, /^attempts .*received -1\.$/],
    ["a negative delay", { retry: { baseDelay: -5 } }, /^baseDelay .*received -5\.$/],
    ["a bound of delays that is not a number", { retry: { maxDelay: Number.NaN } }, /^maxDelay .*received NaN\.$/],
    ["a relative baseUrl", { baseUrl: "/v1" }, /^baseUrl must be an http\(s\) URL, without user and query\.$/],
    ["a baseUrl without a host", { baseUrl: "https://:s3cret" }, /^baseUrl must be/],
    ["a baseUrl of another scheme", { baseUrl: "ftp://s3cret.example" }, /^baseUrl must be/],
    ["a baseUrl with a password", { baseUrl: "https://user:s3cret@example.com" }, /^baseUrl must be/],
    ["a baseUrl with a query", { baseUrl: "https://example.com?key=s3cret" }, /^baseUrl must be/],
    ["a baseUrl with a fragment", { baseUrl: "https://example.com#s3cret" }, /^baseUrl must be/],
    [
      "credentials for an unencrypted baseUrl",
      { baseUrl: "http://example.com" },
      /^No credentials for http:\/\/example\.com: not baseUrl, https:, localhost or a host in allowInsecure\.$/,
    ],
  ])("refuse %s, and show no values of credentials", (_, options, message) => {
    let error: unknown;
    try {
      testClient(options);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(TypeError);
    expect((error as Error).message).toMatch(message);
    for (const secret of ["s3cret", authToken, accountSid, "12345"]) expect(inspect(error)).not.toContain(secret);
  });

  it("take the other pair of credentials", async () => {
    const server = await serve(json(200, annotation));
    const client = testClient({
      accountSid: undefined,
      authToken: "",
      apiKey: "SK1",
      apiSecret: "s",
      baseUrl: server.url,
    });
    await client.fetchAnnotation({ CallSid });
    expect(server.received[0]?.headers.authorization).toBe(`Basic ${btoa("SK1:s")}`);
  });

  it("of a call are checked too", async () => {
    await expect(testClient().fetchAnnotation({ CallSid }, { timeout: Number.NaN })).rejects.toThrow(TypeError);
  });

  it("may set limits to Infinity", async () => {
    const server = await serve(json(200, annotation));
    const client = testClient({
      baseUrl: server.url,
      timeout: Number.POSITIVE_INFINITY,
      deadline: Number.POSITIVE_INFINITY,
    });
    await expect(client.fetchAnnotation({ CallSid })).resolves.toEqual(annotation);
  });

  it("may set limits to 0: no time, one attempt, no delay", async () => {
    const fetch = () => new Promise<never>(() => {});
    const error = { name: "TimeoutError", ms: 0 };
    await expect(testClient({ fetch, timeout: 0, retry: false }).fetchAnnotation({ CallSid })).rejects.toMatchObject(
      error,
    );
    await expect(testClient({ fetch, deadline: 0 }).fetchAnnotation({ CallSid })).rejects.toMatchObject(error);

    const server = await serve(json(503, {}), json(503, {}), json(200, annotation));
    const client = testClient({ baseUrl: server.url, retry: { attempts: 0 } });
    await expect(client.fetchAnnotation({ CallSid })).rejects.toMatchObject({ status: 503 });
    expect(server.received).toHaveLength(1);
    const delays: number[] = [];
    const eager = testClient({ baseUrl: server.url, retry: { baseDelay: 0, maxDelay: 0 } }, testRuntime(delays));
    await expect(eager.fetchAnnotation({ CallSid })).resolves.toEqual(annotation);
    expect(delays).toEqual([0]);
  });

  it("are optional, and so are credentials where the document knows none: any baseUrl will do then", async () => {
    expect(() => testClient()).not.toThrow();
    let sent: Request | undefined;
    const fetch = async (request: Request) => {
      sent = request;
      return Response.json(annotation);
    };
    const options = { fetch, baseUrl: "http://example.com" };
    const client = clientOf<TestClient>({ ...definition, credentials: [] }, options);
    await expect(client.fetchAnnotation({ CallSid })).resolves.toEqual(annotation);
    expect(sent?.headers.get("authorization")).toBeNull();
  });
});
