import type { Check } from "@earmark/validation";
import { INTERFACE_VERSION, report } from "@earmark/validation/runtime";
import { describe, expect, it } from "vitest";
import { fullWire } from "./full-wire.ts";
import { serializeHeaders } from "./headers.ts";
import type { Operation, Parameter } from "./operation.ts";
import { pagesOf } from "./pages.ts";
import { serializeQuery, serializeStyledQuery } from "./query.ts";
import { type ClientParts, clientOf } from "./testing/client-parts.ts";
import { failure, testRuntime } from "./testing/definition.ts";
import { getting, type Method } from "./testing/full-definition.ts";
import { json, serve, text } from "./testing/serve.ts";

const done = text(204, "");
const integer: Check = (value, issues, path) =>
  Number.isInteger(value) || !report(issues, path, "type", "integer", value);
const inPath = (name: string, more: Partial<Parameter> = {}): Parameter => ({
  name,
  in: "path",
  required: true,
  schema: "Text",
  ...more,
});
const below = (place: Parameter["in"], name: string, more: Partial<Parameter> = {}): Parameter => ({
  name,
  in: place,
  placed: true,
  schema: "Integer",
  ...more,
});

function definitionOf(call: Operation, more: Partial<Omit<ClientParts, "interface">> = {}): ClientParts {
  return {
    interface: INTERFACE_VERSION,
    baseUrl: "https://api.example.com",
    operations: { call, other: { ...call, operationId: "Other", parameters: [], path: "/other" } },
    requests: { Integer: integer },
    responses: {},
    codecs: {},
    credentials: [],
    writeQuery: serializeStyledQuery,
    writeHeaders: serializeHeaders,
    wire: fullWire,
    pages: pagesOf,
    ...more,
  };
}

const every = getting({
  path: "/{id}",
  parameters: [
    inPath("id"),
    below("query", "id"),
    below("header", "id"),
    below("cookie", "id"),
    { name: "page", in: "query", schema: "Integer" },
  ],
});

describe("parameters with one name", () => {
  it("are given one below each place, and the first of them flat", async () => {
    const server = await serve(done);
    const client = clientOf<{ call: Method; other: Method }>(definitionOf(every), { baseUrl: server.url });
    await client.call({ id: "a", page: 9, query: { id: 1 }, header: { id: 2 }, cookie: { id: 3 } });
    await client.call({ id: "query" });
    await client.call(
      { id: "b", query: {}, header: { id: undefined }, cookie: undefined },
      { headers: { cookie: "c=d" } },
    );
    await client.other();
    const seen = server.received.map(({ url, headers }) => [url, headers.id, headers.cookie]);
    expect(seen).toEqual([
      ["/a?page=9&id=1", "2", "id=3"],
      ["/query", undefined, undefined],
      ["/b", undefined, "c=d"],
      ["/other", undefined, undefined],
    ]);
  });

  it("may be called like a place, and then are given below their own", async () => {
    const server = await serve(done);
    const parameters = [
      inPath("id"),
      below("path", "query", { required: true, schema: "Text" }),
      below("query", "id"),
      below("query", "path"),
      { name: "header", in: "header", schema: "Text" } as const,
    ];
    const definition = definitionOf(getting({ path: "/{id}/{query}", parameters }));
    const { call } = clientOf<{ call: Method }>(definition, { baseUrl: server.url });
    await call({ id: "a", path: { query: "b/c" }, query: { id: 1, path: 2 }, header: "h" });
    expect(server.received.map(({ url, headers }) => [url, headers.header])).toEqual([["/a/b%2Fc?id=1&path=2", "h"]]);
  });

  it("need no more than the query has where the query is all that there is", async () => {
    const server = await serve(done);
    const { wire: _wire, writeHeaders: _headers, ...lean } = definitionOf(every, { writeQuery: serializeQuery });
    const parameters = every.parameters.filter((one) => one.in === "path" || one.in === "query");
    const definition = { ...lean, operations: { call: { ...every, parameters } } };
    await clientOf<{ call: Method }>(definition, { baseUrl: server.url }).call({ id: "a", query: { id: 1 } });
    expect(server.received[0]?.url).toBe("/a?id=1");
  });

  it.each<[string, Record<string, unknown>, (string | number)[], RegExp]>([
    [
      "a value of another type",
      { query: { id: "1" } },
      ["query", "id"],
      /^Not sent: query\/id must be of type integer/,
    ],
    ["a name that is not known", { header: { id: 1, x: 1 } }, ["header", "x"], /header\/x is not known/],
    ["a name that every object has", { query: { constructor: 1 } }, ["query", "constructor"], /is not known/],
    ["what is no object", { cookie: 5 }, ["cookie"], /^Not sent: cookie must be of type object/],
    ["a list", { query: [1] }, ["query"], /^Not sent: query must be of type object/],
    ["the flat one at a wrong place", { path: { id: "a" } }, ["path"], /path is not known/],
  ])("are refused by their place: %s", async (_what, values, path, message) => {
    const { call } = clientOf<{ call: Method }>(definitionOf(every), {});
    const error = await failure(() => call({ id: "a", ...values }));
    expect(error).toMatchObject({ name: "RequestValidationError", issues: [{ path }] });
    expect(error.message).toMatch(message);
  });

  it("are refused by their place when they cannot be written", async () => {
    const { call } = clientOf<{ call: Method }>(definitionOf(every, { requests: {} }), {});
    for (const [place, value] of [
      ["header", "é"],
      ["cookie", ["a", "b"]],
      ["query", { a: [] }],
    ] as const) {
      const error = await failure(() => call({ id: "a", [place]: { id: value } }));
      const issues = [{ path: place === "query" ? [place, "id/a"] : [place, "id"] }];
      expect(error).toMatchObject({ name: "RequestValidationError", issues });
    }
  });

  it("are missed where one of them is required", async () => {
    const parameters = [inPath("id"), below("query", "id", { required: true })];
    const { call } = clientOf<{ call: Method }>(definitionOf({ ...every, parameters }), {});
    expect((await failure(() => call({ id: "a" }))).message).toMatch(/^Not sent: query is required/);
    expect((await failure(() => call({ id: "a", query: {} }))).message).toMatch(/^Not sent: query\/id is required/);
  });

  it("may be called what every object inherits, and are absent unless they are given", async () => {
    const server = await serve(done);
    const parameters = [inPath("valueOf"), below("query", "valueOf"), below("query", "toString", { schema: "Text" })];
    const definition = definitionOf({ ...every, path: "/{valueOf}", parameters });
    const { call } = clientOf<{ call: Method }>(definition, { baseUrl: server.url });
    await call({ valueOf: "a", query: {} });
    await call({ valueOf: "a", query: { valueOf: 1, toString: "b" } });
    expect(server.received.map(({ url }) => url)).toEqual(["/a", "/a?valueOf=1&toString=b"]);
  });

  it("that are called like their place are given to the raw client by their name", async () => {
    const server = await serve(done);
    const parameters = [inPath("id"), below("query", "id"), below("query", "query")];
    const { raw } = clientOf<{ raw: { GET(path: string, init: object): Promise<unknown> } }>(
      definitionOf({ ...every, parameters }),
      { baseUrl: server.url },
    );
    await raw.GET("/{id}", { params: { path: { id: "a" }, query: { query: "b", id: 1 } } });
    expect(server.received[0]?.url).toBe("/a?query=b&id=1");
  });

  it("are given to the raw client as it has them, by place", async () => {
    const server = await serve(done);
    const { raw } = clientOf<{ raw: { GET(path: string, init: object): Promise<unknown> } }>(definitionOf(every), {
      baseUrl: server.url,
    });
    const params = { path: { id: "a" }, query: { id: 1, page: 2 }, header: { id: 3 }, cookie: { id: 4 } };
    await raw.GET("/{id}", { params });
    const [{ url, headers } = { url: "", headers: null }] = server.received;
    expect([url, headers?.id, headers?.cookie]).toEqual(["/a?id=1&page=2", "3", "id=4"]);
  });
});

describe("a cursor that has the name of a parameter in the path", () => {
  const pagination = { items: "/items", nextCursor: "/next", parameter: "id" };
  const cursor = { ...below("query", "id"), schema: "Cursor" };
  const parameters = [inPath("id"), cursor, below("query", "size")];
  const responses = { "200": { content: { "application/json": {} } } };
  const definition = definitionOf({ ...every, parameters, responses, pagination });
  const walk = async (baseUrl: string, values: object) => {
    const options = { baseUrl };
    const { call } = clientOf<{ call(values: object): AsyncIterable<unknown> }>(definition, options, testRuntime());
    const items: unknown[] = [];
    for await (const item of call(values)) items.push(item);
    return items;
  };

  it.each([5, "a", "undefined"])("is given below its place: %j", async (next) => {
    const server = await serve(json(200, { items: [1], next }), json(200, { items: [2] }));
    expect(await walk(server.url, { id: "a", query: { size: 1 } })).toEqual([1, 2]);
    expect(server.received.map(({ url }) => url)).toEqual(["/a?size=1", `/a?size=1&id=${next}`]);
  });

  it("ends the list with an error where the caller began", async () => {
    const server = await serve(json(200, { items: [1], next: 5 }));
    const error = await failure(() => walk(server.url, { id: "a", query: { id: 5 } }));
    expect(error.message).toContain("next pagination");
    expect(server.received).toHaveLength(1);
  });
});
