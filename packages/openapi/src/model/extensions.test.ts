import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import type { Files } from "../document/files.ts";
import { expectDocument, readDocument } from "../document/read.ts";
import { readingOf } from "../testing/documents.ts";
import { buildModel } from "./build-model.ts";
import { EXTENSIONS } from "./extensions.ts";

it("is the table in the README of the documents", async () => {
  const readme = await readFile(new URL("../../../../openapi/README.md", import.meta.url), "utf8");
  const rows = [...readme.matchAll(/^\| `(x-[a-z-]+):[^|]*\| ([^|]*) \|/gm)];
  const owners = /document|operation|parameter|response|security scheme/g;
  expect(rows.map(([, name, on]) => [name, on?.match(owners)]).sort()).toEqual(
    Object.entries(EXTENSIONS)
      .map(([name, { on }]) => [name, on])
      .sort(),
  );
});

it("are left out where they are not as expected, and named at their place", async () => {
  const parameters = [{ name: "a", in: "query", schema: {}, "x-cli-name": "Not A Name" }];
  const get = { "x-idempotent": "yes", "x-idempotency-key": [], "x-pagination": 1, parameters, responses: {} };
  const securitySchemes = { basic: { type: "http", scheme: "basic", "x-credentials": [["user"]] } };
  const { model, diagnostics } = await readingOf({ paths: { "/a": { get } }, components: { securitySchemes } });
  const wrong = diagnostics.filter(({ rule }) => Object.hasOwn(EXTENSIONS, rule));
  expect(wrong.map(({ rule, severity, pointer }) => [rule, severity, pointer]).sort()).toEqual([
    ["x-cli-name", "error", "#/paths/~1a/get/parameters/0/x-cli-name"],
    ["x-credentials", "error", "#/components/securitySchemes/basic/x-credentials"],
    ["x-idempotency-key", "error", "#/paths/~1a/get/x-idempotency-key"],
    ["x-idempotent", "warning", "#/paths/~1a/get/x-idempotent"],
    ["x-pagination", "error", "#/paths/~1a/get/x-pagination"],
  ]);
  expect(wrong[0]?.message).toMatch(/^expected .*, received /);
  expect([...model.operations, ...model.securitySchemes].map(({ extensions }) => extensions)).toEqual([{}, {}]);
});

it("of a key that is sent in the header of a credential, which would take its place, are an error", async () => {
  const post = { operationId: "Make", "x-idempotency-key": "x-key", responses: { "204": { description: "Done." } } };
  const securitySchemes = { Signed: { type: "apiKey", in: "header", name: "X-Key" } };
  const { diagnostics } = await readingOf({ paths: { "/a": { post } }, components: { securitySchemes } });
  expect(diagnostics.map(({ rule, severity, pointer, message }) => [rule, severity, pointer, message])).toContainEqual([
    "x-idempotency-key",
    "error",
    "#/paths/~1a/post/x-idempotency-key",
    "expected a header that nothing else is sent in, received that of security scheme Signed",
  ]);
});

const problem = { type: "object", properties: { title: {}, error: { properties: { code: {} } } } };
const failing = (more: object): object => ({ description: "Failed.", ...more });

it("of errors and repetitions are those of the document, its operations and their responses", async () => {
  const error = { code: "/error/code" };
  const responses = { "404": failing({ "x-error": error }), "500": failing({}) };
  const get = { operationId: "Get", "x-retry-on": [], responses };
  const { model, diagnostics } = await readingOf({
    paths: { "/a": { get } },
    "x-request-id-header": "Request-Id",
    "x-error": { message: "", link: "/a~1b/0" },
    "x-retry-on": [429, 503],
  });
  expect(diagnostics).toEqual([]);
  expect(model.extensions).toEqual({
    "x-request-id-header": "Request-Id",
    "x-error": { message: "", link: "/a~1b/0" },
    "x-retry-on": [429, 503],
  });
  expect(model.operations.map(({ extensions }) => extensions)).toEqual([{ "x-retry-on": [] }]);
  expect(model.operations[0]?.responses.map(({ extensions }) => extensions)).toEqual([{ "x-error": error }, {}]);
});

it.each<[string, object]>([
  ["Swagger 2.0", { swagger: "2.0", responses: { Failed: failing({ "x-error": { code: "/c" } }) } }],
  ["3.0", { openapi: "3.0.3", components: { responses: { Failed: failing({ "x-error": { code: "/c" } }) } } }],
])("of %s are those of 3.1, in shared responses as well", async (_, { swagger, ...rest }: { swagger?: string }) => {
  const $ref = `#/${swagger === undefined ? "components/" : ""}responses/Failed`;
  const get = { operationId: "Get", "x-retry-on": [409], responses: { "404": { $ref }, default: failing({}) } };
  const own = { ...(swagger === undefined ? {} : { swagger }), ...rest };
  const root = { "x-request-id-header": "X-Id", "x-error": { message: "/m" }, "x-retry-on": [429] };
  const text = JSON.stringify({ ...own, info: { title: "T", version: "1" }, paths: { "/a": { get } }, ...root });
  const files: Files = { read: async () => text, display: (path) => path };
  const { model } = buildModel(expectDocument(await readDocument("test.yaml", "test.yaml", files)));
  expect(model.extensions).toEqual(root);
  const [operation] = model.operations;
  expect(operation?.extensions).toEqual({ "x-retry-on": [409] });
  expect(operation?.responses.map(({ extensions }) => extensions)).toEqual([{ "x-error": { code: "/c" } }, {}]);
});

it.each<[name: string, value: unknown, expected: string]>([
  ["x-request-id-header", 5, "the name of a header, such as X-Request-Id"],
  ["x-request-id-header", "", "the name of a header, such as X-Request-Id"],
  ["x-request-id-header", "Request Id", "the name of a header, such as X-Request-Id"],
  ["x-request-id-header", "Id:", "the name of a header, such as X-Request-Id"],
  ["x-request-id-header", ["a"], "the name of a header, such as X-Request-Id"],
  ["x-error", true, "an object with code, message or link, each a JSON pointer such as /error/code"],
  ["x-error", {}, "an object with code, message or link, each a JSON pointer such as /error/code"],
  ["x-error", ["/code"], "an object with code, message or link, each a JSON pointer such as /error/code"],
  ["x-error", { code: "code" }, "an object with code, message or link, each a JSON pointer such as /error/code"],
  ["x-error", { code: "/a~b" }, "an object with code, message or link, each a JSON pointer such as /error/code"],
  ["x-error", { code: 5 }, "an object with code, message or link, each a JSON pointer such as /error/code"],
  [
    "x-error",
    { code: "/a", type: "/b" },
    "an object with code, message or link, each a JSON pointer such as /error/code",
  ],
  ["x-retry-on", 429, "a list of statuses from 400 to 599, such as [429]"],
  ["x-retry-on", ["429"], "a list of statuses from 400 to 599, such as [429]"],
  ["x-retry-on", [200], "a list of statuses from 400 to 599, such as [429]"],
  ["x-retry-on", [429.5], "a list of statuses from 400 to 599, such as [429]"],
  ["x-retry-on", { "429": true }, "a list of statuses from 400 to 599, such as [429]"],
])("%s that is %j is an error at its place", async (name, value, expected) => {
  const { model, diagnostics } = await readingOf({ [name]: value });
  expect(diagnostics).toMatchObject([{ rule: name, severity: "error", pointer: `#/${name}`, expected }]);
  expect(diagnostics[0]).toMatchObject({ file: "test.yaml", line: expect.any(Number) });
  expect(diagnostics[0]?.line).toBeGreaterThan(1);
  expect([model.extensions, model.isGenerated]).toEqual([{}, false]);
});

it("x-error of another tool is left out, which is reported", async () => {
  const { model, diagnostics } = await readingOf({ "x-error": { title: "Oh no" } });
  expect(diagnostics).toMatchObject([{ rule: "left-out", message: "x-error of another kind left out" }]);
  expect([model.extensions, model.isGenerated]).toEqual([{}, true]);
});

describe("pointers of x-error", () => {
  const json = (schema: object): object => ({ content: { "application/json": { schema } } });
  const unknownOf = async (fields: object, schema: object, own: object = {}): Promise<readonly string[]> => {
    const get = { operationId: "Get", responses: { "400": failing({ ...json(schema), ...own }) } };
    const { model, diagnostics } = await readingOf({ paths: { "/a": { get } }, "x-error": fields });
    expect(model.isGenerated).toBe(true);
    return diagnostics
      .filter(({ rule }) => rule === "x-error")
      .map(({ severity, pointer, message }) => `${severity} ${pointer} ${message}`);
  };

  it.each<[string, object, object]>([
    ["a property", { message: "/title" }, problem],
    ["a property of a property", { code: "/error/code" }, problem],
    ["a part of what has no schema", { code: "/title/code" }, problem],
    [
      "an item of a list",
      { code: "/errors/0/code" },
      { properties: { errors: { type: "array", items: { properties: { code: {} } } } } },
    ],
    ["a property of one alternative", { code: "/code" }, { oneOf: [problem, { properties: { code: {} } }] }],
    ["any place of what is not described", { code: "/code" }, { type: "object" }],
    ["the whole", { message: "" }, { type: "string" }],
  ])("may lead to %s", async (_, fields, schema) => {
    expect(await unknownOf(fields, schema)).toEqual([]);
  });

  it("are warned of where no error that they hold for has such a property", async () => {
    const expected = "expected a pointer to what the schema of an error describes, received";
    expect(await unknownOf({ message: "/titel", code: "/error/code" }, problem)).toEqual([
      `warning #/x-error/message ${expected} /titel`,
    ]);
    expect(await unknownOf({ code: "/error/number" }, problem)).toEqual([
      `warning #/x-error/code ${expected} /error/number`,
    ]);
    // The error is no other one's: what is in the document holds for none.
    expect(await unknownOf({ code: "/code" }, problem, { "x-error": { code: "/error" } })).toEqual([]);
    expect(await unknownOf({ code: "/title" }, problem, { "x-error": { code: "/code" } })).toEqual([
      `warning #/paths/~1a/get/responses/400/x-error/code ${expected} /code`,
    ]);
  });
});

it("of errors and repetitions are left out of webhooks, which is reported", async () => {
  const responses = { "400": failing({ "x-error": { code: "/code" } }) };
  const post = { "x-retry-on": [429], requestBody: { content: { "application/json": {} } }, responses };
  const { diagnostics } = await readingOf({ webhooks: { changed: { post } } });
  expect(diagnostics.filter(({ rule }) => rule === "left-out").map(({ message }) => message)).toEqual([
    "x-retry-on of a webhook left out",
    "x-error of a webhook left out",
  ]);
});
