import type { Parts } from "@earmark/testing";
import { expect, it } from "vitest";
import { viewsOf } from "../../testing/documents.ts";
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
    "calls the operation that needs least, a GET first",
    {
      paths: {
        "/a/{x}": { get: { operationId: "GetA", parameters: [parameter("x", { type: "string" })], ...done } },
        "/b": { post: { operationId: "MakeB", ...done }, get: { operationId: "ListB", ...done } },
      },
    },
    ["const test = createTestClient({});", "const result = await test.listB();", "console.log(result);"],
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
