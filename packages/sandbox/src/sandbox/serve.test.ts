import { type Operation, serializeStyledQuery, styledFormCodec } from "@earmark/http";
import type { Issue, Validator } from "@earmark/validation";
import { describe, expect, it } from "vitest";
import type { Call, Handler } from "../api/handler.ts";
import { createMemoryStore, createSandbox, InvalidResponseError } from "../index.ts";
import type { JsonResponse } from "../response/json-response.ts";
import { accountSid, ask, refusal } from "../testing/fixtures.ts";
import { serveApis } from "./sandbox.ts";

/** A validator by hand, of values that `accepts` accepts. */
function validator(type: string, accepts: (value: unknown) => boolean): Validator<unknown> {
  const issue = (value: unknown) => ({ path: [], code: "type", message: `must be ${type}`, expected: type, value });
  const issues = (value: unknown) => (accepts(value) ? [] : [issue(value)]);
  return {
    is: (value): value is unknown => accepts(value),
    parse: (value) => value,
    safeParse: (value) => (accepts(value) ? { ok: true, value } : { ok: false, issues: issues(value) }),
    issues,
    "~standard": { version: 1, vendor: "test", validate: (value) => ({ value }) },
  };
}

const validators = {
  Text: validator("string", (value) => typeof value === "string"),
  Count: validator("integer", Number.isInteger),
  Flag: validator("boolean", (value) => typeof value === "boolean"),
  Counts: validator("list", Array.isArray),
  Numbers: validator("list", (value) => Array.isArray(value) && value.every(Number.isInteger)),
};

const parameter = (name: string, schema: string, place: "path" | "query" | "header" | "cookie", required = false) =>
  ({ name, in: place, required, style: place === "query" ? "form" : "simple", explode: false, schema }) as const;

const search: Operation = {
  operationId: "Search",
  method: "GET",
  path: "/v1/{Kind}/Search.json",
  idempotent: true,
  parameters: [
    parameter("Kind", "Text", "path", true),
    parameter("Size", "Count", "query", true),
    parameter("Spam", "Flag", "query"),
    parameter("Scores", "Counts", "query"),
    parameter("Numbers", "Numbers", "query"),
    parameter("X-Trace", "Text", "header"),
    parameter("Seen", "Count", "cookie"),
  ],
  responses: { 200: { content: { "application/json": { schema: "Text" } } }, 204: {}, "4XX": {} },
  security: [["BasicAuth"]],
};
const operations = {
  search,
  fixed: { ...search, path: "/v1/fixed/Search.json", method: "POST", parameters: [] },
} as const;

function testApi(
  handlers: Readonly<Record<string, Handler>>,
  onError: (error: unknown) => unknown = () => {},
  table: Readonly<Record<string, Operation>> = operations,
) {
  return serveApis([{ operations: table, validators, handlers }], () => accountSid, { onError });
}

const path = "/v1/any/Search.json?Size=10";

describe("an operation table", () => {
  it("responds with 501 for an operation without a handler", async () => {
    expect(await refusal({ path }, testApi({}))).toMatchObject({
      status: 501,
      code: 20501,
      message: "The sandbox does not implement Search",
    });
  });

  it("prefers a concrete path to a templated one, and takes dots in paths for dots", async () => {
    expect((await ask(testApi({}), { path: "/v1/fixed/Search.json" })).headers.get("allow")).toBe("OPTIONS, POST");
    expect((await ask(testApi({}), { path: "/v1/any/Searchxjson" })).status).toBe(404);
  });

  it("says from where parameters come and of which type they are", async () => {
    const calls: Call[] = [];
    const sandbox = testApi({ search: (call: Call) => ({ status: 200, body: String(calls.push(call)) }) });
    const query = "Size=10&Spam=True&Scores=1,2&Numbers=3%2C4&Numbers=5&Undeclared=1";
    const headers = { "X-Trace": "5", cookie: "a=b; Seen=3" };
    expect((await ask(sandbox, { path: `/v1/a%20%2Fb/Search.json?${query}`, headers })).status).toBe(200);
    const parameters = {
      Kind: "a /b",
      Size: 10,
      Spam: true,
      Scores: ["1", "2"],
      Numbers: [3, 4, 5],
      "X-Trace": "5",
      Seen: 3,
    };
    expect(calls[0]?.parameters).toEqual(parameters);
    expect(calls[0]).toMatchObject({ url: "https://insights.example/v1/a%20%2Fb/Search.json", query });
  });

  it.each([
    ["", "Size is required"],
    ["?Size=ten", "Size must be integer"],
    ["?Size=1&Size=2", "Size must be integer"],
    ["?Size=1&Spam=yes", "Spam must be boolean"],
  ])("refuses the query %j", async (query, message) => {
    expect(await refusal({ path: `/v1/any/Search.json${query}` }, testApi({}))).toMatchObject({ status: 400, message });
  });
});

describe("parameters with one name", () => {
  const given = (name: string, place: "path" | "query" | "header" | "cookie", schema = "Text") =>
    parameter(name, schema, place);
  const table: Readonly<Record<string, Operation>> = {
    search: {
      ...search,
      path: "/{id}/{query}",
      parameters: [
        given("id", "path"),
        { ...given("query", "path"), placed: true },
        { ...given("id", "query", "Count"), placed: true },
        { ...given("id", "header"), placed: true },
        given("size", "query", "Count"),
      ],
    },
  };

  it("reach a handler as a client is given them, and a refusal says where", async () => {
    const calls: Call[] = [];
    const sandbox = testApi(
      { search: (call: Call) => ({ status: 200, body: String(calls.push(call)) }) },
      undefined,
      table,
    );
    await ask(sandbox, { path: "/a/b%20c?id=1&size=2", headers: { id: "h" } });
    await ask(sandbox, { path: "/__proto__/b" });
    expect(calls.map(({ parameters }) => parameters)).toEqual([
      { id: "a", path: { query: "b c" }, query: { id: 1 }, header: { id: "h" }, size: 2 },
      { id: "__proto__", path: { query: "b" } },
    ]);
    expect(calls[0]?.url).toBe("https://insights.example/a/b%20c");
    expect(await refusal({ path: "/a/b?id=x" }, sandbox)).toMatchObject({ message: "query/id must be integer" });
  });
});

describe("deep objects", () => {
  const filter: Validator<unknown> = {
    ...validator("filter", () => true),
    is: (value): value is unknown => filter.issues(value).length === 0,
    issues: (value) => {
      const { limit, tags, size } = Object(Object(value).filter ?? value);
      const above = Object(size).above;
      const branches = [[{ ...issue, path: ["size", "above"], value: above }]];
      return [
        ...(typeof above === "string" ? [{ ...issue, code: "anyOf", path: ["size"], value: size, branches }] : []),
        ...(limit === undefined || Number.isInteger(limit) ? [] : [{ ...issue, path: ["limit"], value: limit }]),
        ...(tags === undefined || Array.isArray(tags) ? [] : [{ ...issue, path: ["tags"], value: tags }]),
      ].map((one) => (Object(value).filter ? below(one) : one));
    },
  };
  const issue = { code: "type", message: "must be right", expected: "right" };
  const below = (one: Issue): Issue => ({
    ...one,
    path: ["filter", ...one.path],
    ...(one.branches && { branches: one.branches.map((issues) => issues.map(below)) }),
  });
  const deep = { ...parameter("filter", "Filter", "query"), style: "deepObject" } as const;
  const form = { schema: "Filter", fields: { filter: { type: "object", style: "deepObject" } } } as const;
  const table: Readonly<Record<string, Operation>> = {
    search: { ...search, path: "/", parameters: [deep] },
    send: {
      ...search,
      method: "POST",
      path: "/",
      parameters: [],
      requestBody: { required: true, content: { "application/x-www-form-urlencoded": form } },
    },
  };
  const calls: Call[] = [];
  const handler = (call: Call) => ({ status: 200, body: String(calls.push(call)) });
  const sandbox = serveApis(
    [
      {
        operations: table,
        validators: { ...validators, Filter: filter },
        handlers: { search: handler, send: handler },
      },
    ],
    () => accountSid,
  );

  const value = { limit: 5, size: { above: 1 }, tags: ["5", "x"], range: { from: "1" }, list: [{ a: "1" }] };

  it("are read as they are written, with numbers where the schema wants them", async () => {
    const query = serializeStyledQuery({ filter: value }, [deep]);
    const response = await ask(sandbox, { path: `/?${query}` });
    expect([response.status, response.headers.get("sandbox-ignored-parameters")]).toEqual([200, null]);
    expect(calls.pop()?.parameters).toEqual({ filter: value });
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const body = `${styledFormCodec.encode({ filter: value }, form)}`;
    expect((await ask(sandbox, { method: "POST", path: "/", headers, body })).status).toBe(200);
    expect(calls.pop()?.body).toEqual({ filter: value });
  });

  it("are told from those that no document describes", async () => {
    const response = await ask(sandbox, { path: "/?filter%5Btags%5D[]=a&filters[tags]=a&other[filter[a]]=b" });
    expect(response.headers.get("sandbox-ignored-parameters")).toBe("filters%5Btags%5D, other%5Bfilter%5Ba%5D%5D");
  });

  it("are refused where they are wrong", async () => {
    expect(await refusal({ path: "/?filter[limit]=x" }, sandbox)).toMatchObject({
      message: "filter.limit must be right",
    });
  });
});

describe("a document whose server has a path", () => {
  const basePath = "/api.v1/2.0";
  const table: Readonly<Record<string, Operation>> = {
    list: { ...search, operationId: "list", path: "/widgets", basePath, parameters: [] },
    remove: {
      ...search,
      operationId: "removeWidget",
      method: "DELETE",
      path: "/widgets/{Kind}",
      basePath,
      parameters: [parameter("Kind", "Text", "path", true)],
      responses: { 204: {} },
    },
  };
  const sandbox = testApi(
    { list: ({ url }: Call) => ({ status: 200, body: url }), remove: () => ({ status: 204 }) },
    undefined,
    table,
  );

  it("is served below it, and nowhere else", async () => {
    const response = await ask(sandbox, { path: "/api.v1/2.0/widgets?a" });
    expect(await response.json()).toBe("https://insights.example/api.v1/2.0/widgets");
    for (const path of ["/widgets", "/apixv1/2.0/widgets", "/api.v1/2.0", "/api.v1/2.0//widgets"]) {
      expect((await ask(sandbox, { path })).status).toBe(404);
    }
  });

  it("may delete what it has, and send nothing back", async () => {
    const response = await ask(sandbox, { method: "DELETE", path: "/api.v1/2.0/widgets/a" });
    expect([response.status, await response.text(), response.headers.get("content-length")]).toEqual([204, "", null]);
    expect((await ask(sandbox, { path: "/api.v1/2.0/widgets/a" })).headers.get("allow")).toBe("DELETE, OPTIONS");
  });
});

describe("a bug", () => {
  const bugs: readonly (readonly [string, () => JsonResponse | Promise<JsonResponse>])[] = [
    ["a response that breaks its schema", () => ({ status: 200, body: { secret: "/home/me" } })],
    ["a status that the document does not have", () => ({ status: 201, body: "" })],
    ["a body where there must be none", () => ({ status: 204, body: "" })],
    ["no body where there must be one", () => ({ status: 200 })],
    [
      "a throw",
      () => {
        throw new Error("secret of /home/me");
      },
    ],
    ["a rejection", () => Promise.reject(new Error("secret"))],
  ];

  it.each(bugs)("leads to 500 without details, and is reported: %s", async (_, search) => {
    const reported: unknown[] = [];
    const response = await ask(
      testApi({ search }, (error) => reported.push(error)),
      { path },
    );
    expect(response.status).toBe(500);
    const more_info = "https://www.twilio.com/docs/errors/20500";
    expect(await response.json()).toEqual({ code: 20500, message: "Internal Server Error", more_info, status: 500 });
    expect(reported).toHaveLength(1);
  });

  it("is described by path and keyword, without the values, which may be personal", async () => {
    const reported: unknown[] = [];
    await ask(
      testApi({ search: () => ({ status: 200, body: 5 }) }, (error) => reported.push(error)),
      { path },
    );
    expect(reported[0]).toBeInstanceOf(InvalidResponseError);
    expect(String(reported[0])).toBe(
      "InvalidResponseError: The 200 response of Search differs from the document: body (type).",
    );
    expect(JSON.stringify(reported[0])).not.toContain("issues");
  });

  it.each([
    [
      "throws",
      () => {
        throw new Error("reporter");
      },
    ],
    ["rejects", () => Promise.reject(new Error("reporter"))],
  ])("leads to 500 even when onError %s", async (_, onError) => {
    expect((await ask(testApi({ search: () => ({ status: 299 }) }, onError), { path })).status).toBe(500);
  });

  it("in a store is one, too", async () => {
    const reported: unknown[] = [];
    const broken = { ...createMemoryStore(), read: () => Promise.reject(new Error("disk")) };
    const sandbox = createSandbox({ store: broken, onError: (error) => reported.push(error) });
    expect(await refusal({}, sandbox)).toMatchObject({ status: 500, code: 20500 });
    expect(reported).toEqual([new Error("disk")]);
  });

  it("is not what a refused request is", async () => {
    const reported: unknown[] = [];
    await refusal({ body: "CallScore=9" }, createSandbox({ onError: (error) => reported.push(error) }));
    expect(reported).toEqual([]);
  });
});
