import type { Check } from "@earmark/validation";
import { report, reportUnion } from "@earmark/validation/runtime";
import { expect, it } from "vitest";
import { checkArguments } from "./arguments.ts";
import type { Operation } from "./operation.ts";

const isText: Check = (value, issues, path) =>
  typeof value === "string" || !report(issues, path, "type", "string", value);
const isList: Check = (value, issues, path) =>
  Array.isArray(value) || !report(issues, path && [...path, "items"], "type", "array", value);
const either: Check = (value, issues, path) =>
  isText(value) || isList(value) || !reportUnion(issues, path, "anyOf", value, [isText, isList]);
const deep: Check = () => {
  throw new RangeError("Maximum call stack size exceeded");
};

it("says of every issue of a parameter where it is, of those of alternatives and of what is nested too deeply as well", () => {
  const parameters = [
    { name: "id", in: "path", schema: "Either" },
    { name: "tree", in: "query", schema: "Deep" },
  ];
  const operation = { parameters } as unknown as Operation;
  const issues = checkArguments(operation, { id: 5, tree: {} }, undefined, { Either: either, Deep: deep });
  expect(issues).toMatchObject([
    { path: ["id"], code: "anyOf", branches: [[{ path: ["id"] }], [{ path: ["id", "items"] }]] },
    { path: ["tree"], code: "depth" },
  ]);
});
