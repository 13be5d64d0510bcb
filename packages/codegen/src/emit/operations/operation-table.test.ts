import { expect, it } from "vitest";
import { modelOf } from "../../testing/documents.ts";
import { operationTable } from "./operation-table.ts";

it.each<[string, object, object]>([
  ["without a style, which makes it JSON", {}, { type: "object" }],
  ["in style form", { style: "form" }, { type: "object", style: "form" }],
  ["exploded", { explode: true }, { type: "object", style: "form" }],
  ["not exploded", { explode: false }, { type: "object", style: "form", explode: false }],
  ["with separators that exploding leaves no place for", { style: "pipeDelimited", explode: true }, { style: "form" }],
  ["as a deep object", { style: "deepObject" }, { type: "object", style: "deepObject" }],
])("describes an object in a form %s", async (_what, encoding, wanted) => {
  const schema = { type: "object", properties: { a: { type: "object" } } };
  const content = { "application/x-www-form-urlencoded": { schema, encoding: { a: encoding } } };
  const post = { operationId: "Do", requestBody: { content }, responses: { "204": { description: "Done." } } };
  const { do: operation } = operationTable(await modelOf({ paths: { "/a": { post } } }));
  expect(operation?.requestBody).toMatchObject({
    content: { [Object.keys(content)[0] ?? ""]: { fields: { a: wanted } } },
  });
});

it.each<[string, object, object, boolean]>([
  ["a list", { type: "array" }, {}, true],
  ["what may be a list", { anyOf: [{ type: "string" }, { type: "array" }] }, {}, true],
  ["what may be a list by its type", { type: ["string", "array", "null"] }, {}, true],
  ["a text", { type: "string" }, {}, false],
  ["an object, which is JSON", { type: "object" }, {}, false],
  ["an object with a style", { type: "object" }, { style: "deepObject" }, true],
])("tells of %s in a form that it is required, where it could be empty", async (_what, a, encoding, wanted) => {
  const base = { type: "object", properties: { a, b: a }, required: ["a"] };
  const content = { "application/x-www-form-urlencoded": { schema: { allOf: [base] }, encoding: { a: encoding } } };
  const post = { operationId: "Do", requestBody: { content }, responses: { "204": { description: "Done." } } };
  const { do: operation } = operationTable(await modelOf({ paths: { "/a": { post } } }));
  const { fields } = Object(operation?.requestBody).content["application/x-www-form-urlencoded"];
  expect([fields.a.required, fields.b.required]).toEqual([wanted || undefined, undefined]);
});

it("tells of the fields of alternatives, even if they refer to each other, and what all of them require", async () => {
  const list = { type: "array", items: { type: "integer" } };
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const schemas = {
    Base: { type: "object", properties: { own: { type: "integer" } }, oneOf: [ref("One"), ref("Two")] },
    One: { allOf: [ref("Base")], properties: { a: list, own: { type: "string" }, b: list }, required: ["a", "b"] },
    Two: { anyOf: [{ properties: { c: { type: "boolean" } } }], properties: { a: list }, required: ["a"] },
  };
  const content = {
    "application/x-www-form-urlencoded": { schema: ref("Base"), encoding: { b: { style: "deepObject" } } },
  };
  const post = { operationId: "Do", requestBody: { content }, responses: { "204": { description: "Done." } } };
  const { do: operation } = operationTable(await modelOf({ schemas, paths: { "/a": { post } } }));
  expect(Object(operation?.requestBody).content["application/x-www-form-urlencoded"].fields).toEqual({
    a: { type: "array", items: "integer", required: true },
    b: { type: "array", items: "integer", style: "deepObject" },
    c: { type: "boolean" },
    own: { type: "integer" },
  });
});

it("gives a range of bytes no schema, which would be taken for that of JSON", async () => {
  const content = { "*/*": { schema: { type: "string", format: "binary" } } };
  const post = { operationId: "Do", requestBody: { content }, responses: { "204": { description: "Done." } } };
  const { do: operation } = operationTable(await modelOf({ paths: { "/a": { post } } }));
  expect(operation?.requestBody).toEqual({ required: false, content: { "*/*": {} } });
});

it.each<[servers: readonly object[], wanted: string | undefined]>([
  [[{ url: "https://api.example.com" }], undefined],
  [[{ url: "https://api.example.com/" }], undefined],
  [[], undefined],
  [[{ url: "https://api.example.com/v1" }, { url: "https://other.example.com/v2" }], "/v1"],
  [[{ url: "https://api.example.com:8443/a/b/" }], "/a/b"],
  [[{ url: "https://{tenant}.example.com/v1", variables: {} }], "/v1"],
  [[{ url: "https://api.example.com/{version}", variables: { version: { default: "v3" } } }], "/v3"],
  [[{ url: "//api.example.com/v1" }], "/v1"],
  [[{ url: "/v1" }], "/v1"],
  [[{ url: "v1/" }], "/v1"],
  [[{ url: "./v1" }], "/v1"],
  [[{ url: "https://api.example.com/v 1" }], "/v%201"],
  [[{ url: "https://api.example.com//v1" }], "//v1"],
])("tells the path of the server %j", async (servers, wanted) => {
  const get = { operationId: "Get", responses: { "204": { description: "Done." } } };
  const { get: operation } = operationTable(await modelOf({ servers, paths: { "/a": { get } } }));
  expect([operation?.path, operation?.basePath]).toEqual(["/a", wanted]);
});

const typed = (...types: readonly string[]): object => ({
  description: "X",
  content: Object.fromEntries(types.map((type) => [type, {}])),
});
const none = { description: "X" };

it.each<[string, Record<string, object>, string | undefined]>([
  ["JSON alone is the default", { "200": typed("application/json"), "4XX": typed("application/json") }, undefined],
  ["without content, errors are asked for as JSON", { "204": none }, undefined],
  ["the types of errors", { "204": none, "404": typed("application/problem+json") }, "application/problem+json"],
  [
    "those of successes first, whatever the order of the document",
    { "400": typed("application/problem+json"), "2XX": typed("text/csv", "application/json") },
    "text/csv, application/json, application/problem+json",
  ],
  [
    "each once",
    { "200": typed("application/json"), "404": typed("application/json", "text/html"), default: typed("text/html") },
    "application/json, text/html",
  ],
  ["default, if that is all", { default: typed("image/png") }, "image/png"],
  ["types with their parameters", { "200": typed("application/json; v=2") }, "application/json; v=2"],
  ["ranges", { "200": typed("text/*"), "500": typed("*/*") }, "text/*, */*"],
  ["ranges with a suffix as the larger range", { "200": typed("application/*+json") }, "application/*"],
])("says what responses are asked for as: %s", async (_what, responses, wanted) => {
  const get = { operationId: "Get", responses };
  const { get: operation } = operationTable(await modelOf({ paths: { "/a": { get } } }));
  expect(operation?.accept).toBe(wanted);
});
