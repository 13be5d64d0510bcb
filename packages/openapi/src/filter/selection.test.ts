import type { Parts } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import type { Filter } from "../document/document.ts";
import { documentOf } from "../testing/documents.ts";
import { filtered, filterOf, operationsOf } from "../testing/filtered.ts";
import { filterDocument } from "./filtered.ts";

const SHOP: Parts = {
  paths: {
    "/orders": {
      get: { operationId: "listOrders", tags: ["Orders"], responses: {} },
      post: { operationId: "createOrder", tags: ["Orders", "Write: all"], responses: {} },
    },
    "/orders/{id}": { get: { operationId: "order:get", tags: ["Orders"], responses: {} } },
    "/users": { get: { operationId: "tag:users", tags: ["Users"], responses: {} }, "x-owner": "users" },
    "/health": { summary: "Up?", get: { responses: {} } },
  },
  webhooks: {
    orderPlaced: { post: { tags: ["Orders"], responses: {} } },
    userAdded: { post: { operationId: "onUserAdded", responses: {} } },
  },
};

describe("a filter", () => {
  it.each<[string, Partial<Filter>, readonly string[]]>([
    [
      "by tag, webhooks included",
      { include: ["tag:Orders"] },
      ["GET /orders", "POST /orders", "GET /orders/{id}", "POST orderPlaced"],
    ],
    ["by a tag with a colon and a space", { include: ["tag:Write: all"] }, ["POST /orders"]],
    ["by tags with a star", { include: ["tag:*s"], exclude: ["tag:O*"] }, ["GET /users"]],
    ["by path, which no webhook has", { include: ["/orders/**"] }, ["GET /orders", "POST /orders", "GET /orders/{id}"]],
    ["by a template as it is written", { include: ["/orders/{id}"] }, ["GET /orders/{id}"]],
    ["by method and path", { include: ["get /orders*"] }, ["GET /orders"]],
    ["by operationId", { include: ["listOrders", "order:get"] }, ["GET /orders", "GET /orders/{id}"]],
    ["by operationIds with a star", { include: ["*Order*"] }, ["GET /orders", "POST /orders"]],
    ["by an operationId that looks like a tag", { include: ["id:tag:users"] }, ["GET /users"]],
    [
      "by the name of a webhook, or its operationId",
      { include: ["orderPlaced", "onUser*"] },
      ["POST orderPlaced", "POST userAdded"],
    ],
    ["by several entries of any kind", { include: ["/health", "tag:Users"] }, ["GET /users", "GET /health"]],
    ["without what is excluded", { exclude: ["tag:Orders", "onUserAdded"] }, ["GET /users", "GET /health"]],
    [
      "without what is excluded of what is included",
      { include: ["tag:Orders"], exclude: ["POST /**", "orderPlaced"] },
      ["GET /orders", "GET /orders/{id}"],
    ],
  ])("keeps operations %s", async (_, filter, wanted) => {
    expect(operationsOf(await filtered(SHOP, filter))).toEqual(wanted);
  });

  it("makes another document of each selection", async () => {
    const hashes = [{ include: ["/orders"] }, { include: ["/users"] }, { exclude: ["/users"] }, {}].map(
      async (filter) => (await filtered(SHOP, filter)).sha256,
    );
    expect(new Set(await Promise.all(hashes)).size).toBe(4);
  });

  it("of nothing leaves the reading as it is", async () => {
    const reading = { document: await documentOf(SHOP), diagnostics: [] };
    expect(filterDocument(reading, undefined)).toBe(reading);
    expect(filterDocument(reading, filterOf({ keepUnused: true }))).toBe(reading);
  });

  it.each<[string, Partial<Filter>, readonly string[]]>([
    [
      "an unknown tag",
      { include: ["tag:Oders"] },
      ["include: tag:Oders selects no operation; did you mean tag:Orders?"],
    ],
    [
      "a tag in other letters",
      { exclude: ["tag:orders"] },
      ["exclude: tag:orders selects no operation; did you mean tag:Orders?"],
    ],
    [
      "a tag without its prefix",
      { include: ["orders"] },
      ["include: orders selects no operation; did you mean tag:Orders?"],
    ],
    [
      "a path without its slash",
      { include: ["orders/**"] },
      ["include: orders/** selects no operation; did you mean /orders/**?"],
    ],
    ["an unknown path", { include: ["/order/**"] }, ["include: /order/** selects no operation; did you mean /orders?"]],
    [
      "a method that the path does not have",
      { include: ["PUT /orders"] },
      ["include: PUT /orders selects no operation; did you mean GET /orders?"],
    ],
    [
      "an unknown method",
      { include: ["POSt /orders", "XYZZYQ /orders"] },
      [
        "include: XYZZYQ /orders: there is no method XYZZYQ; there are GET, PUT, POST, DELETE, OPTIONS, HEAD, PATCH, TRACE",
      ],
    ],
    [
      "an unknown operationId",
      { include: ["listOrder"] },
      ["include: listOrder selects no operation; did you mean listOrders?"],
    ],
    [
      "an unknown operationId with its prefix",
      { include: ["id:tag:user"] },
      ["include: id:tag:user selects no operation; did you mean id:tag:users?"],
    ],
    [
      "something that resembles nothing",
      { include: ["tag:%%%%%%%%%%"] },
      ["include: tag:%%%%%%%%%% selects no operation"],
    ],
    [
      "an empty entry",
      { include: [""], exclude: ["tag:"] },
      [
        'include: expected tag:NAME, a path such as /orders/** or an operationId, received ""',
        'exclude: expected tag:NAME, a path such as /orders/** or an operationId, received "tag:"',
      ],
    ],
    [
      "all operations that are included",
      { include: ["tag:Users"], exclude: ["/users"] },
      ["include and exclude leave no operation; correct one of them"],
    ],
  ])("that names or leaves %s is an error", async (_, filter, messages) => {
    const { document, diagnostics } = filterDocument(
      { document: await documentOf(SHOP), diagnostics: [] },
      filterOf(filter),
    );
    expect(document).toBeUndefined();
    expect(diagnostics.map(({ message }) => message)).toEqual(messages);
    expect(diagnostics.every(({ rule, severity }) => rule === "filter" && severity === "error")).toBe(true);
  });
});
