import { describe, expect, it } from "vitest";
import { clientOf, clientOfOperation } from "../../testing/client.ts";

const json = (schema: object) => ({ content: { "application/json": { schema } } });
const found = (content: object) => ({ "200": { description: "Found.", content } });

const parameter = (more: object) => ({
  parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" }, ...more }],
});

const THING = { components: { schemas: { Thing: { type: "object" } } } };

describe("a result's type", () => {
  it.each<[string, object, string]>([
    ["is undefined where there is no body", {}, "undefined"],
    [
      "is undefined for a 204, whatever content the document gives it",
      { "204": { description: "Gone.", ...json({ type: "integer" }) } },
      "undefined",
    ],
    [
      "is undefined for a 205 beside the content of another success",
      { ...found({ "text/plain": {} }), "205": { description: "Reset.", ...json({}) } },
      "string | undefined",
    ],
    [
      "is undefined for a 304, which is no failure where the document has it",
      { ...found({ "text/plain": {} }), "304": { description: "Same.", ...json({}) } },
      "string | undefined",
    ],
    ["is a string", found({ "text/plain": {} }), "string"],
    ["is bytes", found({ "application/pdf": {} }), "Blob"],
    ["is a string whose meaning a schema describes", found({ "text/csv": { schema: { type: "array" } } }), "string"],
    [
      "is a string for XML, although it is no text/*",
      found({ "application/atom+xml": { schema: { type: "object" } } }),
      "string",
    ],
    ["is what any media type is described as", found({ "*/*": { schema: {} } }), "$types.DoResponse"],
    ["is bytes of any media type", found({ "*/*": { schema: { type: "string", format: "binary" } } }), "Blob"],
    [
      "is what `default` describes where nothing else is a success",
      { default: { description: "X", ...json({ type: "string" }) } },
      "$types.DoDefaultResponse",
    ],
  ])("%s", async (_what, responses, type) => {
    const { types, clientTypes } = await clientOfOperation(Object.keys(responses).length > 0 ? { responses } : {});
    expect(types).toContain(`export type DoResult = ${type};`);
    expect(types).toContain("[options?: $http.CallOptions], Promise<DoResult>, DoWithResponse>;");
    expect(clientTypes).toContain("do(options?: $http.CallOptions): Promise<$functions.DoResult>;");
  });
});

describe("a body's type", () => {
  const content = (media: object, required = false) => ({
    requestBody: { content: media, ...(required && { required }) },
  });

  it.each<[string, object, string, string]>([
    [
      "is a string whose meaning a schema describes",
      content({ "text/xml": { schema: { $ref: "#/components/schemas/Thing" } } }),
      "string",
      "body?: DoBody, options?: $http.CallOptions",
    ],
    [
      "is a string for XML, or its bytes",
      content({ "application/xml": { schema: { $ref: "#/components/schemas/Thing" } } }),
      "Blob | ArrayBuffer | ArrayBufferView | string",
      "body?: DoBody, options?: $http.CallOptions",
    ],
    [
      "is that of each media type, and a call chooses",
      content({ "application/json": { schema: { $ref: "#/components/schemas/Thing" } }, "text/plain": {} }, true),
      "$types.Thing | string",
      'body: DoBody, options?: $http.CallOptions<"application/json" | "text/plain">',
    ],
    [
      "is bytes for any image, and a Blob says for itself which it is",
      content({ "image/*": {} }),
      "Blob | ArrayBuffer | ArrayBufferView | string",
      "body?: Blob, options?: $http.CallOptions<`image/\u0024{string}`>",
    ],
    [
      "is bytes for any image, and a call says which they are",
      content({ "image/*": {} }),
      "Blob | ArrayBuffer | ArrayBufferView | string",
      "body: DoBody, options: $http.CallOptions<`image/\u0024{string}`> & { readonly contentType: `image/\u0024{string}` }",
    ],
    [
      "is what any type with a suffix is described as",
      content({ "application/*+json": { schema: { $ref: "#/components/schemas/Thing" } } }),
      "$types.Thing",
      "body?: DoBody, options?: $http.CallOptions<`application/\u0024{string}+json`>",
    ],
    [
      "is a string for any text",
      content({ "text/*": {} }),
      "string",
      "body?: DoBody, options?: $http.CallOptions<`text/\u0024{string}`>",
    ],
    [
      "follows `undefined` for parameters that may be left out",
      { ...parameter({ in: "query", required: false }), ...content({ "application/json": {} }, true) },
      "unknown",
      "parameters: DoParameters | undefined, body: DoBody, options?: $http.CallOptions",
    ],
    [
      "of any image follows `undefined` for parameters that may be left out, where the call says which it is",
      { ...parameter({ in: "query", required: false }), ...content({ "image/*": {} }) },
      "Blob | ArrayBuffer | ArrayBufferView | string",
      "parameters: DoParameters | undefined, body: DoBody, options: $http.CallOptions<`image/\u0024{string}`> &",
    ],
  ])("%s", async (_what, operation, type, given) => {
    const { types, clientTypes } = await clientOfOperation(operation, THING);
    expect(types).toContain(`export type DoBody = ${type};`);
    expect(/OperationFunction<"test", (.*), Promise<DoResult>/.exec(types)?.[1]).toContain(`[${given}`);
    expect(clientTypes).toContain(`do(${given.replaceAll(/\bDo(?=\w)/g, "$functions.Do")}`);
  });

  it("is that of the schema that has its name already, inline ones among them", async () => {
    const { types } = await clientOfOperation(content({ "*/*": { schema: { type: "object" } } }));
    expect(types).not.toContain("DoBody =");
    expect(types).toContain("[body?: $types.DoBody, options?: $http.CallOptions<`\u0024{string}/\u0024{string}`>]");
  });
});

it("a parameter may be called what every object inherits, and be left out", async () => {
  const named = (required: boolean) => parameter({ in: "query", name: "constructor", required });
  const { types } = await clientOfOperation(named(false));
  expect(types).toContain('export interface DoQuery { constructor?: $types.DoConstructor | Object["constructor"]; }');
  expect((await clientOfOperation(named(true))).types).toContain("{ constructor: $types.DoConstructor; }");
  const proto = await clientOfOperation(parameter({ in: "query", name: "__proto__", required: false }));
  expect(proto.types).toContain('export interface DoQuery { ["__proto__"]?: $types.DoProto__; }');
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

  it("is typed by its page and its items, and served by the plug-in that finds pages", async () => {
    const { code, types, clientTypes } = await clientOf(listing);
    const paged = (result: string) =>
      `$http.Paged<${result}, NonNullable<NonNullable<${result}>["the items"]>[number]>`;
    expect(types).toContain("export type ListResult = $types.Page;");
    expect(types).toContain(`OperationFunction<"test", [options?: $http.CallOptions], ${paged("ListResult")}, false>;`);
    expect(clientTypes).toContain(`list(options?: $http.CallOptions): ${paged("$functions.ListResult")};`);
    expect(clientTypes).toContain("export type { CallOptions, ClientOptions, Paged, RawClient, RetryOptions }");
    expect(code).toContain("pages: $http.pagesOf,");
  });

  it("has no `withResponse`", async () => {
    const { types, clientTypes } = await clientOf(listing);
    expect(types).not.toContain("ListWithResponse");
    expect(clientTypes).toContain("readonly withResponse: {\n  };");
    expect(clientTypes.match(/\blist\(/g)).toHaveLength(1);
  });
});
