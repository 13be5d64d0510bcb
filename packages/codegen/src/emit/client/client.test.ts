import type { Parts } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { viewsOf } from "../../testing/documents.ts";
import { emitClient } from "./index.ts";

const done = { "204": { description: "Done." } };
const json = (schema: object) => ({ content: { "application/json": { schema } } });
const found = (content: object) => ({ "200": { description: "Found.", content } });

/** The module and its declarations for one operation, on one line each. */
async function clientOf(operation: object, rest: Parts = {}) {
  const path = JSON.stringify(operation).includes('"in":"path"') ? "/things/{id}" : "/things";
  const { model, views } = await viewsOf({
    servers: [{ url: "https://api.example" }],
    paths: { [path]: { post: { operationId: "Do", parameters: [], responses: done, ...operation } } },
    ...rest,
  });
  const [code = "", types = "", calls = ""] = emitClient(model, views).map(({ text }) => text.replaceAll(/\s+/g, " "));
  return { code, types, calls };
}

const parameter = (more: object) => ({
  parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" }, ...more }],
});

describe("a client imports what its operations need, and nothing else", () => {
  it.each<[string, object, readonly string[]]>([
    ["nothing", {}, []],
    ["a plain path", parameter({}), []],
    ["a matrix path", parameter({ style: "matrix" }), ["path: serializeStyledPath", "wire: fullWire"]],
    ["a query", parameter({ in: "query" }), ["query: serializeQuery"]],
    [
      "a deep object",
      parameter({ in: "query", style: "deepObject", schema: { type: "object" } }),
      ["query: serializeStyledQuery"],
    ],
    [
      "an object by way of another schema",
      parameter({ in: "query", schema: { allOf: [{ properties: { a: {} } }] } }),
      ["query: serializeStyledQuery"],
    ],
    [
      "what may be an object in a path",
      parameter({ schema: { oneOf: [{ type: "string" }, { type: "object" }] } }),
      ["path: serializeStyledPath", "wire: fullWire"],
    ],
    [
      "what can be none",
      parameter({ in: "query", schema: { anyOf: [{ enum: ["a"] }, { minLength: 1 }, { type: "integer" }] } }),
      ["query: serializeQuery"],
    ],
    ["a header", parameter({ in: "header" }), ["headers: serializeHeaders", "wire: fullWire"]],
    ["a cookie", parameter({ in: "cookie" }), ["headers: serializeHeaders", "wire: fullWire"]],
    ["a JSON body", { requestBody: json({}) }, ['"application/json": jsonCodec']],
    [
      "a JSON body with charset",
      { requestBody: { content: { "application/json; charset=utf-8": {} } } },
      ['"application/json; charset=utf-8": jsonCodec'],
    ],
    ["a text body", { requestBody: { content: { "text/csv": {} } } }, ['"text/csv": textCodec']],
    [
      "bytes",
      { requestBody: { content: { "application/octet-stream": {} } } },
      ['"application/octet-stream": binaryCodec'],
    ],
    [
      "files",
      { requestBody: { content: { "multipart/form-data": {} } } },
      ['"multipart/form-data": multipartCodec', "wire: fullWire"],
    ],
    ["any image", { requestBody: { content: { "image/*": {} } } }, ['"image/*": binaryCodec', "wire: fullWire"]],
    [
      "anything",
      { requestBody: { content: { "*/*": { schema: { type: "object" } } } } },
      ['"*/*": anyCodec', "wire: fullWire"],
    ],
    ["any bytes", { requestBody: { content: { "*/*": {} } } }, ['"*/*": binaryCodec', "wire: fullWire"]],
    ["text answers", { responses: found({ "text/plain": {} }) }, ["wire: fullWire"]],
    ["JSON answers", { responses: found({ "application/problem+json": {} }) }, []],
  ])("for %s", async (_what, operation, wanted) => {
    const { code } = await clientOf(operation);
    const plugins = ["path:", "query:", "headers:", "wire:", "auth:", "Codec"];
    for (const part of wanted) expect(code).toContain(part);
    for (const plugin of plugins) {
      if (!wanted.some((part) => part.includes(plugin))) expect(code).not.toMatch(new RegExp(`[ a-z]${plugin}`));
    }
  });
});

describe("a client carries of its operations", () => {
  const list = { type: "array", items: { type: "string" } };
  const form = (properties: object, encoding: object) => ({
    requestBody: {
      content: { "application/x-www-form-urlencoded": { schema: { type: "object", properties }, encoding } },
    },
  });

  it.each([
    ["200", true],
    ["2XX", true],
    ["204", true],
    ["304", true],
    ["default", false],
    ["302", false],
    ["404", false],
    ["4XX", false],
    ["503", false],
  ])("the response %s: %s, and what it asks for whatever the response", async (status, carried) => {
    const responses = { "201": { description: "" }, [status]: { description: "", ...json({}) } };
    const { calls } = await clientOf({ responses });
    expect(calls.includes(`${status === "default" ? status : JSON.stringify(status)}: {`)).toBe(carried);
    expect(calls).toContain('"201": {}');
    const html = { description: "", content: { "text/html": {} } };
    expect((await clientOf({ responses: { ...responses, "500": html } })).calls).toMatch(/accept: ".*text\/html/);
  });

  it("the default response where there is no other success, and its schema", async () => {
    const schemas = { Found: { type: "object" }, Failed: { type: "object" } };
    const ref = (name: string) => ({ description: "", ...json({ $ref: `#/components/schemas/${name}` }) });
    const of = (responses: object) => clientOf({ responses }, { components: { schemas } });
    const only = await of({ default: ref("Found"), "404": ref("Failed"), "304": { description: "" } });
    expect(only.calls).toMatch(/default: \{/);
    expect(only.code).toContain("checkFound");
    expect(only.code).not.toContain("checkFailed");
    const beside = await of({ "200": ref("Found"), default: ref("Failed") });
    expect(beside.code).toContain("checkFound");
    expect(beside.code).not.toContain("checkFailed");
    const text = { description: "", content: { "text/plain": {} } };
    expect((await of({ "200": ref("Found"), default: text })).code).not.toContain("fullWire");
    expect((await of({ default: text })).code).toContain("fullWire");
  });

  it("of the fields of a form, how lists are written", async () => {
    const { code, calls } = await clientOf(
      form({ joined: list, repeated: list, other: { type: "integer" } }, { joined: { explode: false } }),
    );
    expect(code).toContain("formCodec");
    expect(calls).toContain("fields: { joined: { explode: false } } }");
    expect(calls).not.toMatch(/repeated|other|type/);
  });

  it("all that is known of fields that have a style, types and all", async () => {
    const { code, calls } = await clientOf(
      form({ joined: list, other: { type: "object" } }, { joined: { style: "pipeDelimited", explode: false } }),
    );
    expect(code).toContain("styledFormCodec");
    expect(calls).toMatch(/joined: \{ type: "array", items: "string", explode: false, style: "pipeDelimited" \}/);
    expect(calls).toMatch(/other: \{ type: "object"/);
  });

  it("not where the document's server is mounted", async () => {
    const { calls } = await clientOf({}, { servers: [{ url: "https://api.example/v1" }] });
    expect(calls).not.toContain("basePath");
  });
});

describe("security", () => {
  const secured = (schemes: object, ...names: string[]) =>
    clientOf({ security: names.map((name) => ({ [name]: [] })) }, { components: { securitySchemes: schemes } });
  const basic = { type: "http", scheme: "basic" };
  const bearer = { type: "http", scheme: "bearer" };
  const key = { type: "apiKey", in: "header", name: "X-Key" };

  it.each<[string, object, readonly string[], string, string]>([
    [
      "Basic",
      { B: basic },
      ["B"],
      'credentials: [["username", "password"]],',
      "{ readonly username: string; readonly password: string }",
    ],
    ["bearer", { Token: bearer }, ["Token"], 'auth: [bearerAuth("token", "Token")],', "{ readonly token: Secret }"],
    [
      "OAuth 2",
      { Login: { type: "oauth2", flows: {} } },
      ["Login"],
      'auth: [bearerAuth("login", "Login")],',
      "{ readonly login: Secret }",
    ],
    [
      "a key",
      { Key: key },
      ["Key"],
      'auth: [apiKeyAuth("key", "header", "X-Key", "Key")],',
      "{ readonly key: Secret }",
    ],
    [
      "either",
      { B: basic, Key: key },
      ["B", "Key"],
      'auth: [basicAuth([["username","password"]], "B"), apiKeyAuth(',
      "readonly key?: Secret }",
    ],
  ])("by %s is part of definition and options", async (_what, schemes, names, definition, options) => {
    const { code, types } = await secured(schemes, ...names);
    expect(code).toContain(definition);
    expect(types).toContain(options);
  });

  it("may be called what every object inherits, and be left out", async () => {
    const keys = (name: string) => ({ type: "apiKey", in: "header", name });
    const schemes = { constructor: keys("constructor"), other: keys("__proto__") };
    const { code, types } = await clientOf(
      { security: [{ constructor: [] }, { other: [] }] },
      { components: { securitySchemes: schemes } },
    );
    expect(code).toContain('apiKeyAuth("constructor", "header", "constructor", "constructor")');
    expect(code).toContain('apiKeyAuth("other", "header", "__proto__", "other")');
    // Without this, TypeScript takes what is inherited for what was passed, and refuses every client.
    expect(types).toContain('readonly constructor?: Secret | Object["constructor"]; readonly other?: Secret }');
  });

  it("that nothing uses asks for nothing", async () => {
    const { code, types } = await clientOf({}, { components: { securitySchemes: { B: basic } } });
    expect(code).toContain("credentials: [],");
    expect(types).toContain("export type TestClientOptions = ClientOptions;");
  });

  it("by mutual TLS is left to the connection", async () => {
    const { types } = await secured({ M: { type: "mutualTLS" } }, "M");
    expect(types).toContain("export type TestClientOptions = ClientOptions;");
  });

  it("that may be left out is asked for as an option", async () => {
    const { code, types } = await clientOf(
      { security: [{ B: [] }, {}] },
      { components: { securitySchemes: { B: basic } } },
    );
    expect(code).toContain('auth: [basicAuth([["username","password"]], "B")],');
    expect(types).toContain("{ readonly username?: string; readonly password?: string }");
  });

  it("by schemes whose names are alike, or those of other options, asks for each by a name of its own", async () => {
    const { types } = await secured({ "a-b": key, "a.b": key, timeout: key }, "a-b", "a.b", "timeout");
    expect(types).toContain("readonly aB?: Secret; readonly aB2?: Secret; readonly timeout2?: Secret }");
  });
});

describe("a method's declaration", () => {
  it.each<[string, object, string]>([
    ["gives undefined where there is no body", {}, "do(options?: CallOptions): Promise<undefined>;"],
    [
      "gives undefined for a 204, whatever content the document gives it",
      { responses: { "204": { description: "Gone.", ...json({ type: "integer" }) } } },
      "): Promise<undefined>;",
    ],
    [
      "gives undefined for a 205 beside the content of another success",
      { responses: { ...found({ "text/plain": {} }), "205": { description: "Reset.", ...json({}) } } },
      "): Promise<string | undefined>;",
    ],
    [
      "gives undefined for a 304, which is no failure where the document has it",
      { responses: { ...found({ "text/plain": {} }), "304": { description: "Same.", ...json({}) } } },
      "): Promise<string | undefined>;",
    ],
    ["gives text", { responses: found({ "text/plain": {} }) }, "): Promise<string>;"],
    ["gives bytes", { responses: found({ "application/pdf": {} }) }, "): Promise<Blob>;"],
    [
      "gives a string whose meaning a schema describes",
      { responses: found({ "text/csv": { schema: { type: "array" } } }) },
      "): Promise<string>;",
    ],
    [
      "gives a string for XML, although it is no text/*",
      { responses: found({ "application/atom+xml": { schema: { type: "object" } } }) },
      "): Promise<string>;",
    ],
    [
      "takes a string whose meaning a schema describes",
      { requestBody: { content: { "text/xml": { schema: { type: "object" } } } } },
      "do(body?: string, options?: CallOptions)",
    ],
    [
      "takes a string for XML, or its bytes",
      { requestBody: { content: { "application/xml": { schema: { type: "object" } } } } },
      "do(body?: Blob | ArrayBuffer | ArrayBufferView | string, options?: CallOptions)",
    ],
    [
      "gives what any media type is described as",
      { responses: found({ "*/*": { schema: {} } }) },
      "<$types.DoResponse>;",
    ],
    [
      "gives bytes of any media type",
      { responses: found({ "*/*": { schema: { type: "string", format: "binary" } } }) },
      "): Promise<Blob>;",
    ],
    [
      "takes what any media type is described as",
      { requestBody: { content: { "*/*": { schema: { type: "object" } } } } },
      "do(body?: $types.DoBody, options?:",
    ],
    [
      "gives what `default` describes where nothing else is a success",
      { responses: { default: { description: "X", ...json({ type: "string" }) } } },
      "Promise<$types.DoDefaultResponse>;",
    ],
    [
      "takes the body of each media type, and lets a call choose",
      {
        requestBody: {
          required: true,
          content: { "application/json": { schema: { type: "integer" } }, "text/plain": {} },
        },
      },
      'do(body: $types.DoBody | string, options?: CallOptions<"application/json" | "text/plain">)',
    ],
    [
      "takes `undefined` for parameters that may be left out, where a body has to follow them",
      {
        ...parameter({ in: "query", required: false }),
        requestBody: { required: true, ...json({ type: "integer" }) },
      },
      "do(parameters: DoParameters | undefined, body: $types.DoBody, options?: CallOptions)",
    ],
    [
      "finds its parameters whatever the operation is called",
      { operationId: "do#50%", ...parameter({}) },
      '$types.operations["do/50/"]["parameters"]["path"]',
    ],
    [
      "takes any image that says for itself what it is",
      { requestBody: { content: { "image/*": {} } } },
      "do(body?: Blob, options?: CallOptions<`image/\u0024{string}`>)",
    ],
    [
      "asks for the type of any other image",
      { requestBody: { content: { "image/*": {} } } },
      "do(body: Blob | ArrayBuffer | ArrayBufferView | string, options: CallOptions<`image/\u0024{string}`> & { readonly contentType: `image/\u0024{string}` })",
    ],
    [
      "takes any type with a suffix",
      { requestBody: { content: { "application/*+json": { schema: { type: "object" } } } } },
      "do(body?: $types.DoBody, options?: CallOptions<`application/\u0024{string}+json`>)",
    ],
    [
      "asks for the type of an image behind parameters that may be left out",
      { ...parameter({ in: "query", required: false }), requestBody: { content: { "image/*": {} } } },
      "do(parameters: DoParameters | undefined, body: Blob | ArrayBuffer | ArrayBufferView | string, options: CallOptions",
    ],
    ["takes any text", { requestBody: { content: { "text/*": {} } } }, "do(body?: string, options?: CallOptions<`text"],
  ])("%s", async (_what, operation, wanted) => {
    expect((await clientOf(operation)).types).toContain(wanted);
  });
});

describe("an operation with pages", () => {
  const page = { type: "object", properties: { "the items": { type: "array", items: {} }, next: { type: "string" } } };
  const listing = {
    servers: [{ url: "https://api.example" }],
    paths: {
      "/things": {
        get: {
          operationId: "List",
          responses: found({ "application/json": { schema: { $ref: "#/components/schemas/Page" } } }),
          "x-pagination": { items: "/the items", nextUrl: "/next" },
        },
      },
    },
    schemas: { Page: page },
  };

  it("is typed by its page and its items, and served by the runtime that knows pages", async () => {
    const { model, views } = await viewsOf(listing);
    const [code = "", types = ""] = emitClient(model, views).map(({ text }) => text);
    expect(types).toContain(
      'list(options?: CallOptions): Paged<$types.Page, NonNullable<NonNullable<$types.Page>["the items"]>[number]>;',
    );
    expect(types).toContain("import type { CallOptions, ClientOptions, Paged, RawClient }");
    expect(code).toContain("return createPagedClient(definition, options);");
    expect(code).not.toContain("createClient(");
  });
});
