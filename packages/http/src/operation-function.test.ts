import type { Check } from "@earmark/validation";
import { INTERFACE_VERSION, report } from "@earmark/validation/runtime";
import { describe, expect, it } from "vitest";
import { type Caller, noCredentials, openCaller } from "./caller.ts";
import type { ClientOptions } from "./client-options.ts";
import { createClient } from "./create-client.ts";
import { usualError, usualRequestId } from "./error-reader.ts";
import { definitionOf, errorGuard, type OperationFunction, operation, withResponse } from "./operation-function.ts";
import { pagesOf } from "./pages.ts";
import type { TypedResponse } from "./response.ts";
import { decodeHeaders } from "./response-headers.ts";
import { failure, testRuntime } from "./testing/definition.ts";
import { json, serve, text } from "./testing/serve.ts";
import type { ResponseValidationError } from "./validation-error.ts";

const check =
  (code: string, matches: (value: unknown) => boolean): Check =>
  (value, issues, path) =>
    matches(value) || !report(issues, path, code, code, value);
const named = check("named", (value) => typeof Object(value).name === "string");
const problem = check("problem", (value) => typeof Object(value).detail === "string");

const getThing = operation({
  operationId: "GetThing",
  method: "GET",
  path: "/things/{id}",
  idempotent: true,
  parameters: [{ name: "id", in: "path", required: true, check: check("id", (value) => value !== "bad") }],
  responses: {
    200: { content: { "application/json": { check: named } }, headers: { ETag: {}, "X-Left": { type: "integer" } } },
    204: {},
  },
  errors: { 404: [problem], "4XX": [problem], 409: [], 410: [named, problem], default: [named] },
  security: [],
  readHeaders: decodeHeaders,
});
const listThings = operation({
  operationId: "ListThings",
  method: "GET",
  path: "/things",
  idempotent: true,
  parameters: [],
  responses: { 200: { content: { "application/json": {} } } },
  errors: { 404: [problem] },
  security: [],
  pagination: { items: "/items", nextUrl: "/next" },
  pages: pagesOf,
});

interface Thing {
  readonly name: string;
}
interface Client {
  getThing(parameters: object, options?: object): Promise<unknown>;
  readonly withResponse: Readonly<Record<string, (...given: readonly unknown[]) => Promise<unknown>>>;
}

const API = {
  interface: INTERFACE_VERSION,
  baseUrl: "",
  auth: noCredentials,
  requestId: usualRequestId,
  readError: usualError,
};

function callerOf(baseUrl: string, options: ClientOptions = {}): Caller {
  const all = { baseUrl, retry: false, ...options } as const;
  return openCaller(API, all, testRuntime());
}

type Loose = OperationFunction<string, readonly unknown[], Promise<unknown>, object>;

/** An operation as code declares it that is generated: its definition has no types. */
function declared<Declared = Loose>(one: OperationFunction): Declared {
  return one as unknown as Declared; // see above
}

const call = declared(getThing);

describe("an operation as a function", () => {
  it("is called with a caller, and does what the method of a client does", async () => {
    const server = await serve(json(200, { name: "a" }));
    const caller = callerOf(server.url);
    await expect(call(caller, { id: "a/b" }, { headers: { "x-trace": "t" } })).resolves.toEqual({ name: "a" });
    const client = createClient<Client>(caller, { getThing });
    await expect(client.getThing({ id: "a/b" })).resolves.toEqual({ name: "a" });
    expect(server.received.map(({ url, headers }) => [url, headers["x-trace"]])).toEqual([
      ["/things/a%2Fb", "t"],
      ["/things/a%2Fb", undefined],
    ]);
    await expect(call(caller, { id: "bad" })).rejects.toMatchObject({ name: "RequestValidationError" });
  });

  it.each([undefined, {}, { id: "a" }])("says what is missing where it gets %j for a caller", (given) => {
    expect(() => call(given as Caller, { id: "a" })).toThrow("Expected a caller from createCaller.");
  });

  it("shows nothing of its caller", () => {
    expect(JSON.stringify(callerOf("http://127.0.0.1:1"))).toBe("{}");
  });
});

describe("a response with its status and headers", () => {
  const detailed = withResponse(call);

  it("has the documented headers decoded, and all of them raw", async () => {
    const server = await serve(json(200, { name: "a" }, { etag: '"1"', "x-left": "7", "x-other": "o" }));
    const response = await detailed(callerOf(server.url), { id: "a" });
    expect(response).toMatchObject({ status: 200, value: { name: "a" }, headers: { ETag: '"1"', "X-Left": 7 } });
    const { raw } = (response as { headers: { raw: Headers } }).headers;
    expect(raw.get("x-other")).toBe("o");
  });

  it("says which of several successes it is", async () => {
    const server = await serve(text(204, ""));
    const client = createClient<Client>(callerOf(server.url), { getThing });
    await expect(client.withResponse.getThing?.({ id: "a" })).resolves.toMatchObject({ status: 204, value: undefined });
  });

  it("reports a header that breaks the document, as a body that does; on demand it throws", async () => {
    const server = await serve(json(200, { name: "a" }, { "x-left": "many" }));
    const reported: ResponseValidationError[] = [];
    const caller = callerOf(server.url, { onInvalidResponse: (error) => void reported.push(error) });
    await expect(detailed(caller, { id: "a" })).resolves.toMatchObject({ headers: { "X-Left": "many" } });
    expect(reported[0]?.message).toMatch(/^The 200 response breaks the document: headers\/X-Left type\. GET /);
    const error = await failure(() => detailed(caller, { id: "a" }, { responseValidation: "throw" }));
    expect(error.name).toBe("ResponseValidationError");
    await expect(detailed(caller, { id: "a" }, { responseValidation: "off" })).resolves.toMatchObject({ status: 200 });
    expect(reported).toHaveLength(1);
  });

  it("is not there for an operation with pages", () => {
    const client = createClient<Client>(callerOf("http://127.0.0.1:1"), { getThing, listThings });
    expect(Object.keys(client.withResponse)).toEqual(["getThing"]);
    expect(() => withResponse(declared(listThings))).toThrow("ListThings has pages, and so no withResponse.");
  });
});

describe("the guard of an operation's errors", () => {
  const isGetThingError = errorGuard<Record<string | number, unknown>>(getThing);
  const isListThingsError = errorGuard<Record<string | number, unknown>>(listThings);
  const errorFor = async (status: number, body: unknown, options: ClientOptions = {}) => {
    const server = await serve(json(status, body));
    return failure(() => call(callerOf(server.url, { onInvalidResponse: () => {}, ...options }), { id: "a" }));
  };

  it.each<[number, unknown, string | undefined]>([
    [404, { detail: "gone" }, "404"],
    [404, { name: "gone" }, undefined],
    [403, { detail: "no" }, "4XX"],
    [500, { name: "oops" }, "default"],
    [500, { detail: "oops" }, undefined],
    [409, "anything", "409"],
    [410, { name: "a" }, "410"],
    [410, { detail: "a" }, "410"],
    [410, {}, undefined],
  ])("knows a %i with %j as one of %s", async (status, body, known) => {
    const error = await errorFor(status, body);
    expect(error.status).toBe(status);
    expect(isGetThingError(error)).toBe(known !== undefined);
    for (const key of ["404", "4XX", "409", "410", "default"]) expect(isGetThingError(error, key)).toBe(key === known);
    if (known === String(status)) expect(isGetThingError(error, status)).toBe(true);
    expect(isListThingsError(error)).toBe(false);
  });

  it.each([undefined, null, new Error("x"), "text", { status: 404 }])("knows nothing of %j", (error) => {
    expect(isGetThingError(error)).toBe(false);
    expect(isGetThingError(error, 404)).toBe(false);
  });

  it("is not what logs show of an error", async () => {
    const error = await errorFor(404, { detail: "gone" });
    expect(JSON.stringify(error)).not.toContain("checks");
  });

  it.each<["report" | "throw" | "off", number]>([
    ["report", 1],
    ["throw", 1],
    ["off", 0],
  ])("leaves a body that breaks its schema to onInvalidResponse, with %s", async (responseValidation, count) => {
    const reported: ResponseValidationError[] = [];
    const onInvalidResponse = (error: ResponseValidationError) => void reported.push(error);
    const error = await errorFor(404, { name: 1 }, { responseValidation, onInvalidResponse });
    expect([error.name, isGetThingError(error, 404)]).toEqual(["NotFoundError", false]);
    expect(reported.map(({ name, status }) => [name, status])).toEqual(
      Array.from({ length: count }, () => ["ResponseValidationError", 404]),
    );
  });

  it("reports a body that is nested deeper than the stack, as any that breaks its schema", async () => {
    const nested: Check = (value) => (Array.isArray(value) ? nested(value[0]) : value === 0);
    const definition = { ...definitionOf(getThing), errors: { 404: [nested] } };
    const getNested = declared(operation(definition));
    const server = await serve(text(404, "[".repeat(1e5) + "]".repeat(1e5), { "content-type": "application/json" }));
    const reported: ResponseValidationError[] = [];
    const caller = callerOf(server.url, { onInvalidResponse: (error) => void reported.push(error) });
    const error = await failure(() => getNested(caller, { id: "a" }));
    expect([error.name, reported.map(({ message }) => message.split(" GET")[0])]).toEqual([
      "NotFoundError",
      ["The 404 response breaks the document: body depth."],
    ]);
  });

  it("knows nothing of a body that is larger than what is read, and reports nothing of it", async () => {
    const reported: unknown[] = [];
    const options = { maxResponseBytes: 5, onInvalidResponse: (error: unknown) => void reported.push(error) };
    const error = await errorFor(404, { detail: "long" }, options);
    expect([isGetThingError(error), error.body, reported]).toEqual([false, undefined, []]);
  });
});

it("types know the result of each of these", async () => {
  const typed =
    declared<
      OperationFunction<
        "things",
        [parameters: { id: string }],
        Promise<Thing>,
        TypedResponse<200, Thing, { readonly ETag?: string }>
      >
    >(getThing);
  const server = await serve(json(200, { name: "a" }, { etag: "1" }));
  const caller: Caller<"things"> = openCaller(API, { baseUrl: server.url });
  const other: Caller<"others"> = openCaller(API, { baseUrl: server.url });
  (await typed(caller, { id: "a" })) satisfies Thing;
  const { status, headers } = await withResponse(typed)(caller, { id: "a" });
  status satisfies 200;
  headers.ETag satisfies string | undefined;
  expect(headers.raw.get("etag")).toBe("1");
  // @ts-expect-error a caller of another API
  void (() => typed(other, { id: "a" }));
});
