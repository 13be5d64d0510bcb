import type { Parts } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { clientOfOperation } from "../../testing/client.ts";

const json = (schema: object) => ({ content: { "application/json": { schema } } });
const found = (content: object) => ({ "200": { description: "Found.", content } });

const parameter = (more: object) => ({
  parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" }, ...more }],
});

describe("a definition has the plug-ins that its operation needs, and no others", () => {
  it.each<[string, object, readonly string[]]>([
    ["nothing", {}, []],
    ["a plain path", parameter({}), []],
    ["a matrix path", parameter({ style: "matrix" }), ["writePath: $http.serializeStyledPath", "wire: $http.fullWire"]],
    ["a query", parameter({ in: "query" }), ["writeQuery: $http.serializeQuery"]],
    [
      "a deep object",
      parameter({ in: "query", style: "deepObject", schema: { type: "object" } }),
      ["writeQuery: $http.serializeStyledQuery"],
    ],
    [
      "an object by way of another schema",
      parameter({ in: "query", schema: { allOf: [{ properties: { a: {} } }] } }),
      ["writeQuery: $http.serializeStyledQuery"],
    ],
    [
      "what may be an object in a path",
      parameter({ schema: { oneOf: [{ type: "string" }, { type: "object" }] } }),
      ["writePath: $http.serializeStyledPath", "wire: $http.fullWire"],
    ],
    [
      "what can be none",
      parameter({ in: "query", schema: { anyOf: [{ enum: ["a"] }, { minLength: 1 }, { type: "integer" }] } }),
      ["writeQuery: $http.serializeQuery"],
    ],
    ["a header", parameter({ in: "header" }), ["writeHeaders: $http.serializeHeaders", "wire: $http.fullWire"]],
    ["a cookie", parameter({ in: "cookie" }), ["writeHeaders: $http.serializeHeaders", "wire: $http.fullWire"]],
    ["a JSON body", { requestBody: json({}) }, ['"application/json": { codec: $http.jsonCodec']],
    [
      "a JSON body with charset",
      { requestBody: { content: { "application/json; charset=utf-8": {} } } },
      ['"application/json; charset=utf-8": { codec: $http.jsonCodec'],
    ],
    ["a text body", { requestBody: { content: { "text/csv": {} } } }, ['"text/csv": { codec: $http.textCodec']],
    [
      "bytes",
      { requestBody: { content: { "application/octet-stream": {} } } },
      ['"application/octet-stream": { codec: $http.binaryCodec'],
    ],
    [
      "files",
      { requestBody: { content: { "multipart/form-data": {} } } },
      ['"multipart/form-data": { codec: $http.multipartCodec', "wire: $http.fullWire"],
    ],
    [
      "any image",
      { requestBody: { content: { "image/*": {} } } },
      ['"image/*": { codec: $http.binaryCodec', "wire: $http.fullWire"],
    ],
    [
      "anything",
      { requestBody: { content: { "*/*": { schema: { type: "object" } } } } },
      ['"*/*": { codec: $http.anyCodec', "wire: $http.fullWire"],
    ],
    [
      "any bytes",
      { requestBody: { content: { "*/*": {} } } },
      ['"*/*": { codec: $http.binaryCodec', "wire: $http.fullWire"],
    ],
    ["text responses", { responses: found({ "text/plain": {} }) }, ["wire: $http.fullWire"]],
    ["JSON responses", { responses: found({ "application/problem+json": {} }) }, []],
  ])("for %s", async (_what, operation, wanted) => {
    const { code } = await clientOfOperation(operation);
    const plugins = ["writePath:", "writeQuery:", "writeHeaders:", "readHeaders:", "wire:", "pages:", "codec:"];
    for (const part of wanted) expect(code).toContain(part);
    for (const plugin of plugins) {
      if (!wanted.some((part) => part.includes(plugin))) expect(code).not.toMatch(new RegExp(`[ a-z]${plugin}`));
    }
  });
});

describe("a definition has of errors and repetitions", () => {
  const failed = (more: object) => ({ "404": { description: "Gone.", ...more }, "204": { description: "Done." } });

  it.each<[string, Parts, object, readonly string[], readonly string[]]>([
    [
      "what is usual, where the document says nothing",
      {},
      {},
      ["requestId: $http.usualRequestId,", "readError: $http.usualError,"],
      ["readErrors", "retryOn", "errorOfResponse", "idempotent"],
    ],
    [
      "what the document says",
      { "x-request-id-header": "X-Id", "x-error": { code: "/error/a-b/0", link: "/__proto__" }, "x-retry-on": [409] },
      {},
      [
        'requestId: (headers) => headers.get("X-Id"),',
        'readError: (body) => [body?.error?.["a-b"]?.["0"], undefined, body?.["__proto__"]],',
        "retryOn: [409]",
      ],
      ["usual", "readErrors"],
    ],
    ["the whole of a body", { "x-error": { message: "" } }, {}, ["readError: (body) => [undefined, body],"], []],
    [
      "what its responses say, for these alone",
      {},
      { responses: failed({ "x-error": { code: "/code" } }) },
      ["readError: $http.errorOfResponse($http.usualError),", 'readErrors: { "404": (body) => [body?.code] },'],
      [],
    ],
    [
      "what an operation says, before the document",
      { "x-retry-on": [429] },
      { "x-retry-on": [], "x-idempotent": true },
      ["retryOn: [],", "idempotent: true,"],
      ["429"],
    ],
  ])("%s", async (_what, rest, operation, wanted, others) => {
    const { code } = await clientOfOperation(operation, rest);
    for (const part of wanted) expect(code).toContain(part);
    for (const part of others) expect(code).not.toContain(part);
  });
});

describe("a definition has of its operation", () => {
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
    const { code } = await clientOfOperation({ responses });
    expect(code.includes(`${status === "default" ? status : JSON.stringify(status)}: {`)).toBe(carried);
    expect(code).toContain('"201": {}');
    const html = { description: "", content: { "text/html": {} } };
    expect((await clientOfOperation({ responses: { ...responses, "500": html } })).code).toMatch(
      /accept: ".*text\/html/,
    );
  });

  it("the default response where there is no other success, and its schema", async () => {
    const schemas = { Found: { type: "object" }, Failed: { type: "object" } };
    const ref = (name: string) => ({ description: "", ...json({ $ref: `#/components/schemas/${name}` }) });
    const of = (responses: object) => clientOfOperation({ responses }, { components: { schemas } });
    const only = await of({ default: ref("Found"), "404": ref("Failed"), "304": { description: "" } });
    expect(only.code).toContain(
      'responses: { "304": {}, default: { content: { "application/json": { check: $checks.checkFound } } } },',
    );
    expect(only.code).toContain('errors: { "404": [$checks.checkFailed], default: [$checks.checkFound] },');
    const beside = await of({ "200": ref("Found"), default: ref("Failed") });
    expect(beside.code).toContain(
      'responses: { "200": { content: { "application/json": { check: $checks.checkFound } } } },',
    );
    expect(beside.code).toContain("errors: { default: [$checks.checkFailed] },");
    const text = { description: "", content: { "text/plain": {} } };
    expect((await of({ "200": ref("Found"), default: text })).code).not.toContain("fullWire");
    expect((await of({ default: text })).code).toContain("fullWire");
  });

  it("of the fields of a form, how lists are written", async () => {
    const { code } = await clientOfOperation(
      form({ joined: list, repeated: list, other: { type: "integer" } }, { joined: { explode: false } }),
    );
    expect(code).toContain("formCodec");
    expect(code).toContain("fields: { joined: { explode: false } } }");
    expect(code).not.toMatch(/repeated|other|type:/);
  });

  it("all that is known of fields that have a style, types and all", async () => {
    const { code } = await clientOfOperation(
      form({ joined: list, other: { type: "object" } }, { joined: { style: "pipeDelimited", explode: false } }),
    );
    expect(code).toContain("styledFormCodec");
    expect(code).toMatch(/joined: \{ type: "array", items: "string", explode: false, style: "pipeDelimited" \}/);
    expect(code).toMatch(/other: \{ type: "object"/);
  });

  it("not where the document's server is mounted", async () => {
    const { code } = await clientOfOperation({}, { servers: [{ url: "https://api.example/v1" }] });
    expect(code).not.toContain("basePath");
  });
});
