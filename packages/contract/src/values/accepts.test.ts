import { expect, test } from "vitest";
import { accepts } from "./accepts.ts";
import { resolveIn } from "./references.ts";

const resolve = resolveIn({
  Word: { type: "string", minLength: 2 },
  Tree: { type: "object", properties: { of: { type: "array", items: { $ref: "#/components/schemas/Tree" } } } },
});
const word = { $ref: "#/components/schemas/Word" };
const tree = { $ref: "openapi/other.yaml#/components/schemas/Tree" };

test.for([
  [word, "ab", true],
  [word, "a", false],
  [{ ...word, maxLength: 3, minLength: 1 }, "a", false],
  [tree, { of: [{ of: [] }] }, true],
  [tree, { of: [{ of: 1 }] }, false],
  [{ not: word }, "ab", false],
  [{ enum: [word] }, { ...word }, true],
] as const)("Ajv sees all that a schema refers to, and no more: %j, %j, %s", ([schema, value, expected]) => {
  expect(accepts(schema, resolve)(value)).toBe(expected);
});
