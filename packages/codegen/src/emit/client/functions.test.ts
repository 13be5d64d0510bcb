import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { installedClient } from "../../testing/client.ts";
import { errorsOfUse } from "../../testing/type-check.ts";

const json = (name: string) => ({
  content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } },
});
const string = { type: "string" };
const object = (properties: object, ...required: string[]) => ({ type: "object", properties, required });
const id = { name: "id", in: "path", required: true, schema: string };

const ORDERS = {
  servers: [{ url: "https://api.example" }],
  paths: {
    "/orders/{id}": {
      parameters: [id],
      get: {
        operationId: "GetOrder",
        parameters: [{ name: "If-None-Match", in: "header", schema: string }],
        responses: {
          "200": {
            description: "Found.",
            ...json("Order"),
            headers: {
              ETag: { required: true, schema: string },
              "X-Left": { schema: { type: "integer" } },
              raw: { schema: { type: "boolean" } },
            },
          },
          "202": { description: "Not yet.", ...json("Job") },
          "304": { description: "Same.", headers: { ETag: { schema: string } } },
          "404": { description: "None.", ...json("Problem") },
          "5XX": { description: "Broken.", content: { "text/plain": { schema: string } } },
          default: { description: "Wrong.", ...json("Busy") },
        },
      },
      put: {
        operationId: "PutOrder",
        requestBody: { required: true, ...json("Order") },
        responses: { "204": { description: "Done." } },
      },
      patch: {
        operationId: "SendImage",
        requestBody: { required: true, content: { "image/*": {} } },
        responses: { "204": { description: "Done." } },
      },
      delete: { operationId: "delete", responses: { "204": { description: "Done." } } },
    },
    "/orders": {
      get: {
        operationId: "ListOrders",
        parameters: ["after", "constructor"].map((name) => ({ name, in: "query", schema: string })),
        responses: { "200": { description: "Found.", ...json("Page") } },
        "x-pagination": { items: "/items", nextUrl: "/next" },
      },
    },
  },
  schemas: {
    Order: object({ id: string, count: { type: "integer" } }, "id"),
    Job: object({ job: string }, "job"),
    Page: object({ items: { type: "array", items: { $ref: "#/components/schemas/Order" } }, next: string }),
    Problem: object({ detail: string }, "detail"),
    Busy: object({ after: { type: "integer" } }, "after"),
  },
};

const USE = `
import { createTestClient, isGetOrderError as isErrorOfClient, type Order } from "@earmark/test-client";
import {
  ApiError, createCaller, delete_, getOrder, isGetOrderError, listOrders, putOrder, sendImage, withResponse,
  type GetOrderErrors, type GetOrderParameters, type GetOrderResult, type GetOrderWithResponse, type ListOrdersQuery,
  type PutOrderBody, type TestCaller,
} from "@earmark/test-client/functions";
import type { Caller } from "@earmark/http";

declare function takes<T>(value: T): void;
const caller: TestCaller = createCaller({ timeout: 5 });
const parameters: GetOrderParameters = { id: "a", "If-None-Match": "x" };
const query: ListOrdersQuery = { after: "a" };
const body: PutOrderBody = { id: "a" };

takes<Promise<GetOrderResult>>(getOrder(caller, parameters));
takes<Promise<undefined>>(putOrder(caller, { id: "a" }, body, { timeout: 5 }));
takes<Promise<undefined>>(delete_(caller, { id: "a" }));
for await (const order of listOrders(caller, query)) takes<string>(order.id);

const [png, text] = [new Blob([""], { type: "image/png" }), { contentType: "image/svg+xml" }] as const;
takes<Promise<undefined>>(sendImage(caller, { id: "a" }, png));
takes<Promise<undefined>>(sendImage(caller, { id: "a" }, "<svg/>", text));
takes<Promise<{ readonly status: 204 }>>(withResponse(sendImage)(caller, { id: "a" }, png, { timeout: 5 }));
takes<Promise<{ readonly status: 204 }>>(withResponse(sendImage)(caller, { id: "a" }, "<svg/>", text));
// @ts-expect-error a string does not say which image it is
sendImage(caller, { id: "a" }, "<svg/>");

// @ts-expect-error a caller is the first argument
getOrder({ id: "a" });
// @ts-expect-error of this API
getOrder({} as Caller<"other">, { id: "a" });
// @ts-expect-error the parameter is required
getOrder(caller, {});
// @ts-expect-error there is no such parameter
getOrder(caller, { id: "a", of: 1 });
// @ts-expect-error the body is required
putOrder(caller, { id: "a" });
// @ts-expect-error the body is no such thing
putOrder(caller, { id: "a" }, { id: 1 });
// @ts-expect-error a method is called so, a function is not
(await import("@earmark/test-client/functions")).delete;

export async function complete(): Promise<void> {
  const response: GetOrderWithResponse = await withResponse(getOrder)(caller, parameters);
  takes<Headers>(response.headers.raw);
  if (response.status === 200) {
    takes<string>(response.value.id);
    takes<string>(response.headers.ETag);
    takes<number | undefined>(response.headers["X-Left"]);
    takes<boolean | undefined>(response.headers.raw_);
    // @ts-expect-error the header may be absent
    takes<number>(response.headers["X-Left"]);
    // @ts-expect-error no such header is documented
    response.headers.Link;
  } else if (response.status === 202) {
    takes<string>(response.value.job);
    // @ts-expect-error another success has this header
    response.headers.ETag;
  } else {
    takes<304>(response.status);
    takes<undefined>(response.value);
  }
  // @ts-expect-error no such success is documented
  response.status === 204;
  // @ts-expect-error an operation with pages has none
  withResponse(listOrders);
  // @ts-expect-error nor has its method
  createTestClient({}).withResponse.listOrders;
  takes<Promise<GetOrderWithResponse>>(createTestClient({}).withResponse.getOrder(parameters));
}

export function caught(error: unknown): void {
  if (isGetOrderError(error, 404)) {
    takes<ApiError>(error);
    takes<404>(error.status);
    takes<string>(error.body.detail);
    // @ts-expect-error this is the body of another status
    error.body.after;
  }
  if (isErrorOfClient(error, "default")) {
    takes<number>(error.status);
    takes<number>(error.body.after);
  }
  if (isGetOrderError(error, "5XX")) {
    takes<unknown>(error.body);
    // @ts-expect-error which is any text
    takes<string>(error.body);
  }
  if (isGetOrderError(error)) {
    // @ts-expect-error one of several
    error.body.detail;
    if (error.status === 404) takes<unknown>(error.body);
  }
  // @ts-expect-error no such error is documented
  isGetOrderError(error, 405);
  // @ts-expect-error a range is called as the document calls it
  isGetOrderError(error, "4XX");
  // @ts-expect-error the operation documents no errors
  import("@earmark/test-client/functions").then(({ isPutOrderError }) => isPutOrderError);
  takes<keyof GetOrderErrors>("default");
  takes<Order | undefined>(undefined);
}
`;

it("functions, complete responses and guards are typed by operation and status", async () => {
  const folder = await installedClient(ORDERS, { "use.ts": USE });
  expect(errorsOfUse(join(folder, "use.ts"))).toEqual([]);
});

it("functions, complete responses and guards do what their types say", async () => {
  const folder = await installedClient(ORDERS);
  const load = (file: string) =>
    import(pathToFileURL(join(folder, "node_modules/@earmark/test-client/src/generated", file)).href);
  const [functions, { createTestClient }] = [await load("functions.gen.js"), await load("client.gen.js")];
  const { createCaller, delete_, getOrder, isGetOrderError, listOrders, withResponse } = functions;

  const replying = (status: number, body: unknown, headers: Record<string, string> = {}) => {
    const content = body === undefined ? null : JSON.stringify(body);
    const fetch = async () =>
      new Response(content, { status, headers: { "content-type": "application/json", ...headers } });
    const options = { fetch, retry: false, responseValidation: "throw" };
    return { caller: createCaller(options), client: createTestClient(options) };
  };

  const found = replying(200, { id: "a" }, { etag: "x", "x-left": "3", raw: "true", "x-other": "y" });
  const calls = [withResponse(getOrder)(found.caller, { id: "a" }), found.client.withResponse.getOrder({ id: "a" })];
  for (const { value, status, headers } of await Promise.all(calls)) {
    expect([value, status]).toEqual([{ id: "a" }, 200]);
    expect(headers).toEqual({ ETag: "x", "X-Left": 3, raw_: true, raw: expect.any(Headers) });
    expect([headers.raw.get("raw"), headers.raw.get("x-other")]).toEqual(["true", "y"]);
  }
  await expect(withResponse(getOrder)(replying(200, { id: "a" }).caller, { id: "a" })).rejects.toThrow(/ETag/);
  expect(await delete_(replying(204, undefined).caller, { id: "a" })).toBeUndefined();
  for await (const order of listOrders(replying(200, { items: [{ id: "a" }] }).caller))
    expect(order).toEqual({ id: "a" });
  expect(Object.keys(found.client.withResponse)).not.toContain("listOrders");

  const thrown = async (status: number, body: unknown) => {
    const { caller, client } = replying(status, body);
    const both = [getOrder(caller, { id: "a" }), client.getOrder({ id: "a" })];
    const [one, other] = await Promise.all(both.map((call) => call.catch((error: unknown) => error)));
    const guarded = (error: unknown) => [undefined, 404, "5XX", "default"].filter((key) => isGetOrderError(error, key));
    expect(guarded(other)).toEqual(guarded(one));
    return guarded(one);
  };
  expect(await thrown(404, { detail: "None." })).toEqual([undefined, 404]);
  expect(await thrown(503, "anything")).toEqual([undefined, "5XX"]);
  expect(await thrown(409, { after: 5 })).toEqual([undefined, "default"]);
  expect(await thrown(404, { after: 5 })).toEqual([]);
  expect(isGetOrderError(new Error("another"))).toBe(false);
});
