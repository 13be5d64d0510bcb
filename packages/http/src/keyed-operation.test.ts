import { INTERFACE_VERSION } from "@earmark/validation/runtime";
import { describe, expect, it } from "vitest";
import { jsonCodec } from "./body-codec.ts";
import { type Caller, noCredentials, openCaller } from "./caller.ts";
import { usualError, usualRequestId } from "./error-reader.ts";
import { fullWire } from "./full-wire.ts";
import { serializeHeaders } from "./headers.ts";
import { keyedOperation } from "./keyed-operation.ts";
import type { OperationFunction } from "./operation-function.ts";
import { definitionOf, withResponse } from "./operation-function.ts";
import { failure, testRuntime } from "./testing/definition.ts";
import { json, reset, serve, text } from "./testing/serve.ts";

const header = "Idempotency-Key";
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

const shared = {
  operationId: "CreateOrder",
  method: "POST",
  path: "/orders",
  idempotent: true,
  idempotencyKey: header,
  parameters: [],
  responses: { 201: { content: { "application/json": {} } } },
  security: [],
} as const;
const body = { required: true, content: { "application/json": { codec: jsonCodec } } };
const createOrder = declared(keyedOperation({ ...shared, requestBody: body }));
const createNothing = declared(keyedOperation(shared));
const createNamed = declared(
  keyedOperation({
    ...shared,
    parameters: [{ name: header, in: "header" }],
    requestBody: body,
    writeHeaders: serializeHeaders,
    wire: fullWire,
  }),
);

type Call = OperationFunction<"orders", readonly unknown[], Promise<unknown>, object>;

/** An operation as code declares it that is generated: its definition has no types. */
function declared(one: OperationFunction): Call {
  return one as unknown as Call; // see above
}

const API = {
  interface: INTERFACE_VERSION,
  auth: noCredentials,
  requestId: usualRequestId,
  readError: usualError,
};

const open = (baseUrl: string): Caller<"orders"> => openCaller({ ...API, baseUrl }, {}, testRuntime());

describe("an operation with an idempotency key", () => {
  it("sends one per call, the same for all attempts, which are made also after failures of POST", async () => {
    const server = await serve(json(503, {}), reset, json(201, {}), json(201, {}));
    const caller = open(server.url);
    await createOrder(caller, { a: 1 });
    await createOrder(caller, { a: 1 });
    const [first, second, third, other] = server.received.map(({ headers }) => headers["idempotency-key"]);
    expect(first).toMatch(UUID);
    expect([second, third]).toEqual([first, first]);
    expect(other).toMatch(UUID);
    expect(other).not.toBe(first);
    expect(server.received.map((one) => one.body)).toEqual(Array(4).fill('{"a":1}'));
  });

  it("sends the caller's own instead, also where its header is spelled with other capitals", async () => {
    const server = await serve(json(201, {}));
    const headers = { "idempotency-KEY": "mine", "x-a": "b" };
    await createOrder(open(server.url), { a: 1 }, { headers });
    await createNothing(open(server.url), { headers: new Headers(headers) });
    for (const one of server.received) expect(one.headers).toMatchObject({ "idempotency-key": "mine", "x-a": "b" });
    expect(headers).toEqual({ "idempotency-KEY": "mine", "x-a": "b" });
  });

  it("sends that of a parameter, where the document has one, and else its own", async () => {
    const server = await serve(json(201, {}));
    await createNamed(open(server.url), { [header]: "mine" }, { a: 1 });
    await createNamed(open(server.url), {}, { a: 1 });
    await createNamed(open(server.url), undefined, { a: 1 }, { headers: { "x-a": "b" } });
    const keys = server.received.map(({ headers }) => headers["idempotency-key"]);
    expect(keys).toEqual(["mine", expect.stringMatching(UUID), expect.stringMatching(UUID)]);
  });

  it("is an operation like any other: with its response, its options, and its definition", async () => {
    const server = await serve(json(201, { id: 1 }), text(500, ""));
    const caller = open(server.url);
    await expect(withResponse(createOrder)(caller, { a: 1 })).resolves.toMatchObject({ status: 201, value: { id: 1 } });
    expect(server.received[0]?.headers["idempotency-key"]).toMatch(UUID);
    const error = await failure(() => createOrder(caller, { a: 1 }, { retry: false }));
    expect(error).toMatchObject({ status: 500 });
    expect(server.received).toHaveLength(2);
    expect(definitionOf(createOrder)).toMatchObject(shared);
  });
});
