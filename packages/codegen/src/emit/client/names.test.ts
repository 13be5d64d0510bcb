import { describe, expect, it } from "vitest";
import { clientOf } from "../../testing/client.ts";

const get = (operationId: string, more: object = {}) => ({
  get: { operationId, responses: { "204": { description: "Done." } }, ...more },
});

/** The functions that a document with these operations has, by the method that they are. */
async function functionsOf(...operationIds: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const { code, client } = await clientOf({
    paths: Object.fromEntries(operationIds.map((id, index) => [`/${index}`, get(id)])),
  });
  const methods = [...client.matchAll(/^ {4}(\S+): \$functions\.(\S+),$/gm)].map(([, method = "", name = ""]) => {
    expect(code).toContain(`export const ${name} = `);
    return [JSON.parse(method.replace(/^(?!")(.*)$/, '"$1"')), name];
  });
  return Object.fromEntries(methods);
}

describe("a function is called as the method", () => {
  it.each([
    ["GetOrder", "getOrder", "getOrder"],
    ["delete", "delete", "delete_"],
    ["Delete", "delete", "delete_"],
    ["delete_", "delete_", "delete__"],
    ["delete__", "delete__", "delete___"],
    ["await", "await", "await_"],
    ["createCaller", "createCaller", "createCaller_"],
    ["createCaller_", "createCaller_", "createCaller__"],
    ["isXError", "isXError", "isXError_"],
    ["isXError_", "isXError_", "isXError__"],
    ["is_order_error", "isOrderError", "isOrderError_"],
    ["isError", "isError", "isError"],
    ["issueError", "issueError", "issueError"],
    ["isXErrors", "isXErrors", "isXErrors"],
    ["deleteOrder", "deleteOrder", "deleteOrder"],
    ["withResponse", "withResponse_", "withResponse_"],
    ["raw", "raw_", "raw_"],
    ["then", "then_", "then_"],
    ["apiError", "apiError", "apiError"],
    ["größe", "größe", "größe"],
    ["2fa", "_2fa", "_2fa"],
    ["$http", "$http", "$http_"],
    ["$checks", "$checks", "$checks_"],
  ])("of %s, %s, unless the name is taken: %s, whatever other operations there are", async (id, method, name) => {
    expect(await functionsOf(id)).toEqual({ [method]: name });
    for (const other of [`${id}_`, `${id}__`, "x", "delete"])
      expect(await functionsOf(other, id)).toMatchObject({ [method]: name });
  });

  it("and no two have one name", async () => {
    const ids = ["delete", "delete_", "delete__", "isXError", "isXError_", "raw", "raw_", "raw__", "x"];
    const functions = await functionsOf(...ids);
    expect(new Set(Object.values(functions)).size).toBe(ids.length);
  });
});

describe("a type of an operation that is called like a schema", () => {
  const schemas = (...names: string[]) => ({
    components: { schemas: Object.fromEntries(names.map((name) => [name, { type: "object" }])) },
  });
  const ref = (name: string) => ({
    content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } },
  });
  const order = (body: string, names: readonly string[], operationId = "Order") =>
    clientOf({
      paths: {
        "/": {
          post: {
            operationId,
            parameters: [{ name: "q", in: "query", schema: { type: "string" } }],
            requestBody: ref(body),
            responses: {
              "200": { description: "Ordered.", ...ref(body) },
              "400": { description: "Wrong.", ...ref(body) },
            },
          },
        },
      },
      ...schemas(body, ...names),
    });

  it.each([
    ["OrderQuery", "interface OrderQuery_ {"],
    ["OrderBody", "type OrderBody_ = $types.Thing;"],
    ["OrderResult", "type OrderResult_ = $types.Thing;"],
    ["OrderWithResponse", "type OrderWithResponse_ = "],
    ["OrderErrors", "type OrderErrors_ = "],
    ["TestCaller", "type TestCaller_ = "],
  ])("gets `_` behind it, and %s stays that of the schema", async (name, declared) => {
    const { types, clientTypes } = await order("Thing", [name]);
    expect(types).toContain(`export ${declared}`);
    expect(types).not.toMatch(new RegExp(`export (type|interface) ${name}\\b`));
    expect(`${types}${clientTypes}`.replaceAll("$types.", "")).not.toMatch(new RegExp(`[^$]\\b${name}\\b`));
  });

  it("gets one more where a schema has that name, too", async () => {
    const { types } = await order("Thing", ["OrderErrors", "OrderErrors_"]);
    expect(types).toContain("export type OrderErrors__ = ");
  });

  it("is the schema where it is the same", async () => {
    const { types, clientTypes } = await order("OrderBody", []);
    expect(types).not.toMatch(/export type OrderBody\b/);
    expect(types).toContain("[parameters?: OrderParameters, body?: $types.OrderBody, ");
    expect(clientTypes).toContain("order(parameters?: $functions.OrderParameters, body?: $types.OrderBody, ");
  });

  it("comes first where it is that of parameters, as it always has", async () => {
    const { types } = await order("Thing", ["OrderParameters"]);
    expect(types).toContain("export interface OrderParameters extends OrderQuery {}");
  });

  it("leaves the schema its name, too, where a function or a guard is called so", async () => {
    const { types } = await order("Thing", ["order", "isOrderError"], "order");
    expect(types).toContain("export type order = $types.order;");
    expect(types).toContain("export type isOrderError = $types.isOrderError;");
  });
});
