import { INTERFACE_VERSION } from "@earmark/validation/runtime";
import { describe, expect, it } from "vitest";
import { jsonCodec } from "./body-codec.ts";
import type { ClientOptions } from "./client-options.ts";
import type { Operation, Pagination } from "./operation.ts";
import { type Paged, pagesOf } from "./pages.ts";
import { serializeQuery } from "./query.ts";
import { type ClientParts, clientOf } from "./testing/client-parts.ts";
import { accountSid, authToken, failure, testRuntime } from "./testing/definition.ts";
import { hang, json, serve, text } from "./testing/serve.ts";
import type { ResponseValidationError } from "./validation-error.ts";

interface Page {
  readonly items?: readonly number[];
  readonly meta?: { readonly next?: string | null };
}
type Parameters = { readonly Shelf: string; readonly Size?: number; readonly Page?: string };
interface Client {
  list(parameters: Parameters, options?: object): Paged<Page, number>;
}

const byUrl: Pagination = { items: "/items", nextUrl: "/meta/next" };
const byCursor: Pagination = { items: "/items", nextCursor: "/meta/next", parameter: "Page" };

function definitionOf(pagination: Pagination): ClientParts {
  return {
    interface: INTERFACE_VERSION,
    baseUrl: "https://api.example.com",
    operations: {
      list: {
        operationId: "List",
        method: "GET",
        path: "/shelves/{Shelf}/items",
        idempotent: true,
        parameters: [
          { name: "Shelf", in: "path", required: true, schema: "Text" },
          { name: "Size", in: "query", schema: "Number" },
          { name: "Page", in: "query", schema: "Text" },
        ],
        responses: { "200": { content: { "application/json": {} } } },
        security: [["Basic"]],
        pagination,
      },
    },
    requests: {},
    responses: {},
    codecs: {},
    writeQuery: serializeQuery,
    pages: pagesOf,
    credentials: [["accountSid", "authToken"]],
  };
}

function pagedClient(baseUrl: string, pagination: Pagination = byUrl, options: ClientOptions = {}): Client {
  const all = { baseUrl, accountSid, authToken, ...options };
  return clientOf<Client>(definitionOf(pagination), all, testRuntime());
}

const page = (items: readonly number[], next?: string | null) => json(200, { items, meta: { next } });

async function collect<T>(list: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of list) all.push(one);
  return all;
}

describe("an operation with pages", () => {
  it.each([byUrl, byCursor])("sends its body and its options with every page: %j", async (pagination) => {
    const { url, received } = await serve(page([1], pagination === byUrl ? "/x?Page=2" : "2"), page([2], null));
    const options = { baseUrl: url, accountSid, authToken, fetch: (request: Request) => fetch(request) };
    const search: Operation = {
      operationId: "Search",
      method: "POST",
      path: "/search",
      idempotent: true,
      parameters: [{ name: "Page", in: "query", schema: "Text" }],
      requestBody: { required: true, content: { "application/json": {} } },
      responses: { "200": { content: { "application/json": {} } } },
      security: [],
      pagination,
    };
    const definition = {
      ...definitionOf(pagination),
      operations: { search },
      codecs: { "application/json": jsonCodec },
    };
    const client = clientOf<{ search(...given: unknown[]): Paged<Page, number> }>(definition, options);
    expect(await collect(client.search({}, { words: ["a"] }, { headers: { "x-trace": "t" } }))).toEqual([1, 2]);
    expect(received.map(({ url, body, headers }) => [url, body, headers["x-trace"]])).toEqual([
      ["/search", '{"words":["a"]}', "t"],
      ["/search?Page=2", '{"words":["a"]}', "t"],
    ]);
  });

  it("iterates over the items of all pages", async () => {
    const { url, received } = await serve(
      page([1, 2], "/x?Page=1&Token=a%2Cb"),
      page([], "/x?Page=2"),
      page([3], null),
    );
    expect(await collect(pagedClient(url).list({ Shelf: "a/b", Size: 2 }))).toEqual([1, 2, 3]);
    expect(received.map((one) => one.url)).toEqual([
      "/shelves/a%2Fb/items?Size=2",
      "/shelves/a%2Fb/items?Page=1&Token=a%2Cb",
      "/shelves/a%2Fb/items?Page=2",
    ]);
  });

  it("can be awaited for one page, and sends nothing before", async () => {
    const { url, received } = await serve(page([1], "/x?Page=1"));
    const list = pagedClient(url).list({ Shelf: "a" });
    expect(received).toEqual([]);
    expect(await list).toEqual({ items: [1], meta: { next: "/x?Page=1" } });
    expect(await list.finally(() => {})).toEqual(await list.then((one) => one));
    expect(received).toHaveLength(1);
  });

  it("asks for the first page once, however often it is read", async () => {
    const { url, received } = await serve(page([1], "/x?Page=1"), page([2]), page([2]));
    const list = pagedClient(url).list({ Shelf: "a" });
    await list;
    expect(await collect(list)).toEqual([1, 2]);
    expect(await collect(list)).toEqual([1, 2]);
    expect(received.map((one) => one.url.split("?")[1])).toEqual([undefined, "Page=1", "Page=1"]);
  });

  it("iterates over pages", async () => {
    const { url } = await serve(page([1], "/x?Page=1"), page([2]));
    const pages = await collect(pagedClient(url).list({ Shelf: "a" }).pages());
    expect(pages.map(({ items }) => items)).toEqual([[1], [2]]);
  });

  it("stops asking when nobody reads on", async () => {
    const { url, received } = await serve(page([1, 2], "/x?Page=1"), page([3]));
    for await (const item of pagedClient(url).list({ Shelf: "a" })) if (item === 2) break;
    expect(received).toHaveLength(1);
  });

  it("sends a cursor as the parameter that takes it, beside those that were given", async () => {
    const { url, received } = await serve(page([1], "c 1"), page([2], ""));
    expect(await collect(pagedClient(url, byCursor).list({ Shelf: "a", Size: 5 }))).toEqual([1, 2]);
    expect(received[1]?.url).toBe("/shelves/a/items?Size=5&Page=c%201");
  });

  it("gives every page the options of the call", async () => {
    const { url, received } = await serve(page([1], "/x?Page=1"), page([2]));
    await collect(pagedClient(url).list({ Shelf: "a" }, { headers: { "x-trace": "t" } }));
    expect(received.map(({ headers }) => headers["x-trace"])).toEqual(["t", "t"]);
  });

  it("ends with the signal of the call, on every page", async () => {
    const { url, received } = await serve(page([1], "/x?Page=1"), hang);
    const abort = new AbortController();
    const reading = failure(async () => {
      for await (const item of pagedClient(url).list({ Shelf: "a" }, { signal: abort.signal })) {
        if (item === 1) setTimeout(() => abort.abort(new Error("enough")));
      }
    });
    expect((await reading).message).toBe("enough");
    expect(received.length).toBeLessThanOrEqual(2);
  });
});

describe("the URL of a next page", () => {
  it.each([
    ["of another host", "https://evil.example/shelves/a/items?Page=1"],
    ["with another path", "https://evil.example/secrets/../admin?Page=1"],
    ["with credentials", "https://user:password@evil.example/?Page=1"],
    ["without a scheme", "//evil.example?Page=1"],
    ["with another scheme", "ftp://evil.example/?Page=1"],
    ["relative", "?Page=1"],
    ["with a fragment", "/items?Page=1#end"],
  ])("is only read for its query: %s", async (_what, next) => {
    const { url, received } = await serve(page([1], next), page([2]));
    expect(await collect(pagedClient(`${url}/base`).list({ Shelf: "a" }))).toEqual([1, 2]);
    expect(received[1]?.url).toBe("/base/shelves/a/items?Page=1");
    expect(received[1]?.headers.authorization).toBe(received[0]?.headers.authorization);
  });

  it("keeps what looks like a parameter of the path", async () => {
    const { url, received } = await serve(page([1], "?Page={Shelf}"), page([2]));
    await collect(pagedClient(url).list({ Shelf: "a" }));
    expect(received[1]?.url).toBe("/shelves/a/items?Page=%7BShelf%7D");
  });

  it.each<[string, unknown, string]>([
    ["that is no URL", "https://", "the URL of the next page"],
    ["that is no text", 7, "the URL of the next page"],
  ])("ends the list with an error, instead of early: %s", async (_what, next, expected) => {
    const { url } = await serve(json(200, { items: [1], meta: { next } }));
    const error = await failure<ResponseValidationError>(() => collect(pagedClient(url).list({ Shelf: "a" })));
    expect(error.name).toBe("ResponseValidationError");
    expect(error.message).toContain("meta/next pagination");
    expect(error.issues).toMatchObject([{ path: ["meta", "next"], expected, value: next }]);
  });

  it.each<[string, (count: number) => string, number]>([
    ["the same link", () => "?Page=1", 2],
    ["another fragment each time", (count) => `?Page=1#${count}`, 2],
    ["another host each time", (count) => `https://h${count}.example/?Page=1`, 2],
    ["another path each time", (count) => `/${count}?Page=1`, 2],
    ["two pages in turn", (count) => `?Page=${count % 2}`, 3],
    ["a hundred pages in turn", (count) => `?Page=${count % 100}`, 101],
    ["a cycle behind other pages", (count) => `?Page=${count < 5 ? count : 5 + (count % 3)}`, 8],
  ])("that was followed before ends the list with an error, instead of never: %s", async (_what, next, requests) => {
    const { url, received } = await serve((response) => page([1], next(received.length))(response, {} as never));
    const error = await failure<ResponseValidationError>(() => collect(pagedClient(url).list({ Shelf: "a" })));
    expect(error.name).toBe("ResponseValidationError");
    expect(error.message).toContain("meta/next pagination");
    expect(received).toHaveLength(requests);
    expect(new Set(received.map((one) => one.url)).size).toBe(requests);
  });

  it.each<[string, (count: number) => unknown, object, number]>([
    ["the same", () => "a", {}, 2],
    ["a number", () => 7, {}, 2],
    ["three in turn", (count) => "abc"[count % 3], {}, 4],
    ["where the caller began", () => "a", { Page: "a" }, 1],
  ])("or cursor, too: %s", async (_what, next, parameters, requests) => {
    const { url, received } = await serve((response) =>
      json(200, { items: [1], meta: { next: next(received.length) } })(response, {} as never),
    );
    const list = pagedClient(url, byCursor).list({ Shelf: "a", ...parameters });
    expect((await failure(() => collect(list))).message).toContain("meta/next pagination");
    expect(received).toHaveLength(requests);
  });

  it("may be followed again by who reads the list again", async () => {
    const { url, received } = await serve(page([1], "?Page=1"), page([2]), page([2]));
    const list = pagedClient(url).list({ Shelf: "a" });
    expect(await collect(list)).toEqual([1, 2]);
    expect(await collect(list)).toEqual([1, 2]);
    expect(received).toHaveLength(3);
  });
});

describe("what goes wrong", () => {
  it.each<[string, unknown]>([
    ["absent", {}],
    ["null", { items: null }],
    ["no list", { items: { length: 1 } }],
  ])("a page whose items are %s is an error for who wants them, and for nobody else", async (_what, body) => {
    const { url } = await serve(json(200, body));
    const list = pagedClient(url).list({ Shelf: "a" });
    expect((await failure(() => collect(list))).message).toContain("items pagination");
    expect(await list).toEqual(body);
  });

  it("on a later page is told as it is on the first, without the query, which may be personal data", async () => {
    const { url } = await serve(page([1], "?Page=1"), text(500, "broken"));
    const error = await failure(() => collect(pagedClient(url, byUrl, { retry: false }).list({ Shelf: "a" })));
    expect(error).toMatchObject({ name: "ServerError", status: 500, url: `${url}/shelves/a/items` });
  });

  it("in the arguments is told before anything is sent", async () => {
    const { url, received } = await serve(page([]));
    const wrong = pagedClient(url).list({ Shelf: "a", Colour: "red" } as Parameters);
    expect((await failure(() => wrong)).name).toBe("RequestValidationError");
    expect(received).toEqual([]);
  });
});
