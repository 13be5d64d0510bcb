import type { Check } from "@earmark/validation";
import { report, reportUnion } from "@earmark/validation/runtime";
import { expect, it } from "vitest";
import { checkArguments, parseArguments } from "./arguments.ts";
import type { ParameterDefinition } from "./definition.ts";
import type { Parameter } from "./operation.ts";
import { bindOperation } from "./testing/client-parts.ts";
import { getting, posting } from "./testing/full-definition.ts";

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
  const parameters: ParameterDefinition[] = [
    { name: "id", in: "path", check: either },
    { name: "tree", in: "query", check: deep },
  ];
  const given = { parameters: { id: 5, tree: {} }, body: undefined };
  const issues = checkArguments({ parameters }, given);
  expect(issues).toMatchObject([
    { path: ["id"], code: "anyOf", branches: [[{ path: ["id", "items"] }], [{ path: ["id"] }]] },
    { path: ["tree"], code: "depth" },
  ]);
});

const id: Parameter = { name: "id", in: "path", schema: "Id" };

it.each([
  ["parameters, a body and options", posting({}, { parameters: [id] }), [{ id: 1 }, "body", { timeout: 5 }]],
  ["a body and options", posting({}), ["body", { timeout: 5 }]],
  ["parameters and options", getting({ parameters: [id] }), [{ id: 1 }, { timeout: 5 }]],
  ["options", getting({}), [{ timeout: 5 }]],
])("reads %s, in this order, and leaves them as they are", (_, operation, given) => {
  const bound = bindOperation(operation);
  const call = parseArguments(bound, Object.freeze(given));
  expect(call).toEqual({
    operation: bound,
    parameters: operation.parameters[0] ? { id: 1 } : {},
    body: operation.requestBody && "body",
    options: { timeout: 5 },
  });
  expect(Object.getPrototypeOf(call.parameters)).toBeNull();
});

it.each([[[]], [[undefined, undefined, undefined]]])("takes %j for nothing", (given) => {
  expect(parseArguments(bindOperation(posting({}, { parameters: [id] })), given)).toMatchObject({
    parameters: {},
    options: {},
  });
});
