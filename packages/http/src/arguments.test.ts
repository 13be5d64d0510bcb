import type { Check } from "@earmark/validation";
import { report, reportUnion } from "@earmark/validation/runtime";
import { expect, it } from "vitest";
import { checkArguments } from "./arguments.ts";
import type { Parameter } from "./operation.ts";

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
  const parameters: Parameter[] = [
    { name: "id", in: "path", schema: "Either" },
    { name: "tree", in: "query", schema: "Deep" },
  ];
  const given = { parameters: { id: 5, tree: {} }, body: undefined };
  const issues = checkArguments({ parameters }, given, { Either: either, Deep: deep });
  expect(issues).toMatchObject([
    { path: ["id"], code: "anyOf", branches: [[{ path: ["id"] }], [{ path: ["id", "items"] }]] },
    { path: ["tree"], code: "depth" },
  ]);
});
