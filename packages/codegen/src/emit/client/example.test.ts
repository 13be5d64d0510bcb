import { join } from "node:path";
import type { Parts } from "@earmark/testing";
import { expect, it } from "vitest";
import { installedClient } from "../../testing/client.ts";
import { modelOf, viewsOf } from "../../testing/documents.ts";
import { errorsOfUse } from "../../testing/type-check.ts";
import { exampleCall } from "./example.ts";

const done = { responses: { "204": { description: "Done." } } };
const parameter = (name: string, schema: object, place = "path") => ({ name, in: place, required: true, schema });
const page = {
  "200": {
    description: "A page.",
    content: {
      "application/json": {
        schema: { type: "object", properties: { items: { type: "array" }, next: { type: "string" } } },
      },
    },
  },
};

it.each<[string, Parts, readonly string[]]>([
  [
    "calls the operation that needs least",
    {
      paths: {
        "/a/{x}": { get: { operationId: "GetA", parameters: [parameter("x", { type: "string" })], ...done } },
        "/b": { post: { operationId: "MakeB", ...done }, get: { operationId: "ListB", ...done } },
      },
    },
    ["const test = createTestClient({});", "const result = await test.listB();", "console.log(result);"],
  ],
  [
    "reads rather than writes, although that needs more",
    {
      paths: {
        "/a": { post: { operationId: "MakeA", ...done } },
        "/b/{x}": { get: { operationId: "GetB", parameters: [parameter("x", { const: "k" })], ...done } },
      },
    },
    ["const test = createTestClient({});", 'const result = await test.getB({ x: "k" });', "console.log(result);"],
  ],
  [
    "passes what the document has as an example, or allows",
    {
      paths: {
        "/{id}/{kind}/{day}": {
          get: {
            operationId: "GetA",
            parameters: [
              parameter("id", { type: "string", examples: ["first"] }),
              parameter("kind", { enum: ["big"] }),
              parameter("day", { type: "integer", default: 7 }),
            ],
            ...done,
          },
        },
      },
    },
    [
      "const test = createTestClient({});",
      'const result = await test.getA({ id: "first", kind: "big", day: 7 });',
      "console.log(result);",
    ],
  ],
  [
    "puts a parameter below its place where another has its name",
    {
      paths: {
        "/{id}": {
          get: {
            operationId: "GetA",
            parameters: [parameter("id", { const: 1 }), parameter("id", { const: 2 }, "query")],
            ...done,
          },
        },
      },
    },
    [
      "const test = createTestClient({});",
      "const result = await test.getA({ id: 1, query: { id: 2 } });",
      "console.log(result);",
    ],
  ],
  [
    "reads credentials from the environment, and says where the API is if the document does not",
    {
      servers: [],
      security: [{ apiKey: [] }],
      components: { securitySchemes: { apiKey: { type: "apiKey", in: "header", name: "X-Key" } } },
      paths: { "/": { get: { operationId: "GetA", ...done } } },
    },
    [
      'const test = createTestClient({ baseUrl: "http://localhost:8080", apiKey: process.env.API_KEY ?? "" });',
      "const result = await test.getA();",
      "console.log(result);",
    ],
  ],
  [
    "reads a list item by item",
    {
      paths: {
        "/": { get: { operationId: "ListA", "x-pagination": { items: "/items", nextUrl: "/next" }, responses: page } },
      },
    },
    ["const test = createTestClient({});", "for await (const item of test.listA()) console.log(item);"],
  ],
  [
    "makes no call where each needs a body",
    {
      paths: {
        "/": {
          post: { operationId: "MakeA", requestBody: { required: true, content: { "text/plain": {} } }, ...done },
        },
      },
    },
    ["const test = createTestClient({});"],
  ],
])("a first call %s", async (_, parts, lines) => {
  const { model } = await viewsOf({ servers: [{ url: "https://a.example" }], security: [], ...parts });
  expect(exampleCall(model, "#test")).toEqual(['import { createTestClient } from "#test";', "", ...lines]);
});

const fetching = (more: object): Parts => ({
  servers: [{ url: "https://a.example" }],
  paths: { "/{id}": { get: { operationId: "Fetch", parameters: [{ ...parameter("id", {}), ...more }], ...done } } },
});

it.each<[string, object, string]>([
  ["the example of the parameter", { schema: { type: "string" }, example: "a1" }, '"a1"'],
  ["one of its examples", { schema: { type: "string" }, examples: { first: { value: "a1" } } }, '"a1"'],
  ["its own name, where any string will do", { schema: { type: "string", description: "x" } }, '"id"'],
  ["a small number", { schema: { type: "integer", format: "int64" } }, "1"],
  ["the smallest number", { schema: { type: "integer", minimum: 100 } }, "100"],
  ["a segment of a path, which is not empty", { schema: { type: "string", maxLength: 1 } }, '"{"'],
])("a first call passes %s", async (_, more, value) => {
  expect(exampleCall(await modelOf(fetching(more)), "m")).toContain(
    `const result = await test.fetch({ id: ${value} });`,
  );
});

it("a first call waits in a function where the file is no ES module", async () => {
  const document = fetching({ schema: { type: "string" } });
  const call = exampleCall(await modelOf(document), "@earmark/test-client", false);
  const files = { "package.json": '{"type":"commonjs"}', "use.ts": call.join("\n") };
  const folder = await installedClient(document, files);
  expect(errorsOfUse(join(folder, "use.ts"))).toEqual([]);
  expect(call).toContain("  console.log(result);");
});
