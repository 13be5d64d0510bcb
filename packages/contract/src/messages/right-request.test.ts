import { expect, test } from "vitest";
import type { ContractOperation } from "../contract/contract.ts";
import { toArguments } from "../document/call-input.ts";
import { exampleCall } from "../document/examples.ts";
import { rightRequest } from "./right-request.ts";

const documented = (name: string, value: unknown) => ({ name, required: true, examples: [{ key: "a", value }] });
const parameters = [
  { name: "id", in: "path", required: true, schema: "Id" },
  { name: "id", in: "query", required: true, placed: true, schema: "Id" },
  { name: "id", in: "header", placed: true, schema: "Id" },
  { name: "size", in: "query", schema: "Size" },
];
// As much of an operation as is looked at.
const operation = {
  method: "list",
  generated: { method: "GET", path: "/a/{id}", parameters },
  documented: { request: { path: [documented("id", "p")], query: [documented("id", 1)], headers: [] } },
} as unknown as ContractOperation;

test("parameters with one name have the examples of their places", () => {
  expect(exampleCall(operation).parameters).toEqual({ id: "p", "query/id": 1 });
});

test("a client is given them below their places", () => {
  const values = { id: "p", "query/id": 1, "header/id": undefined, size: 2 };
  expect(toArguments(operation, { parameters: values })).toEqual([{ id: "p", size: 2, query: { id: 1 } }]);
});

test("a server is sent them in their places", () => {
  const request = rightRequest(operation, { parameters: { "query/id": 2, "header/id": "h", size: 3 } });
  expect([request.path, request.headers.id]).toEqual(["/a/p?id=2&size=3", "h"]);
});
