import type { Schema } from "@earmark/openapi";
import { describe, expect, it } from "vitest";
import { issuesBothWays } from "../../testing/checks.ts";
import { type Behaviour, describeBehaviour, inheriting } from "./testing/behaviour.ts";
import { checkOf } from "./testing/check-of.ts";

/** Parsed, because a literal would set the prototype. */
const PROTO: unknown = JSON.parse('{"__proto__": 5}');
const parse = (text: string): Schema => JSON.parse(text);

const table: Record<string, Behaviour> = {
  "no keyword": { schema: {}, valid: [null, 1, "", [], {}], wrong: [] },
  false: { schema: false, valid: [], wrong: [[null, ["", "false"]]] },
  "one type": {
    schema: { type: "string" },
    valid: ["", "a"],
    wrong: [
      [null, ["", "type"]],
      [1, ["", "type"]],
      [[], ["", "type"]],
      [undefined, ["", "type"]],
    ],
  },
  "an integer": {
    schema: { type: "integer" },
    valid: [0, -1, 1.0, 1e20],
    wrong: [
      [1.5, ["", "type"]],
      ["1", ["", "type"]],
      [Number.NaN, ["", "type"]],
      [Number.POSITIVE_INFINITY, ["", "type"]],
    ],
  },
  "a number": {
    schema: { type: "number" },
    valid: [0.5],
    wrong: [
      [Number.NaN, ["", "type"]],
      [true, ["", "type"]],
    ],
  },
  "an object": {
    schema: { type: "object" },
    valid: [{}],
    wrong: [
      [[], ["", "type"]],
      [null, ["", "type"]],
    ],
  },
  "several types": {
    schema: { type: ["integer", "null", "boolean"] },
    valid: [1, null, false],
    wrong: [["", ["", "type"]]],
  },
  "an enumeration with null": {
    schema: { enum: ["a", null, 0] },
    valid: ["a", null, 0, -0],
    wrong: [
      ["0", ["", "enum"]],
      [false, ["", "enum"]],
    ],
  },
  "a long enumeration": {
    schema: { enum: Array.from({ length: 40 }, (_, index) => index) },
    valid: [0, 39],
    wrong: [
      [40, ["", "enum"]],
      ["1", ["", "enum"]],
    ],
  },
  "an enumeration of objects": {
    schema: { enum: [{ a: [1] }, []] },
    valid: [{ a: [1] }, []],
    wrong: [
      [{}, ["", "enum"]],
      [{ a: ["1"] }, ["", "enum"]],
    ],
  },
  "an enumeration of objects in a property of the name that the emitted code uses": {
    schema: { properties: { known: { enum: [{ a: 1 }] }, listed: { enum: [{ a: 1 }] } } },
    valid: [{ known: { a: 1 }, listed: { a: 1 } }],
    wrong: [
      [{ known: 1 }, ["known", "enum"]],
      [{ listed: 1 }, ["listed", "enum"]],
    ],
  },
  "an empty enumeration": { schema: { enum: [] }, valid: [], wrong: [[null, ["", "enum"]]] },
  "a type beside an enumeration that it narrows": {
    schema: { type: "string", enum: ["a", 1] },
    valid: ["a"],
    wrong: [
      [1, ["", "type"]],
      ["b", ["", "enum"]],
    ],
  },
  "a constant": {
    schema: { const: { a: null } },
    valid: [{ a: null }],
    wrong: [
      [{}, ["", "const"]],
      [null, ["", "const"]],
    ],
  },
  "a constant of null": {
    schema: { const: null },
    valid: [null],
    wrong: [
      [0, ["", "const"]],
      [undefined, ["", "const"]],
    ],
  },
  "a text": {
    schema: { type: "string", minLength: 2, maxLength: 3, pattern: "^[a😀]+$" },
    valid: ["aa", "😀😀😀"],
    wrong: [
      ["a", ["", "minLength"]],
      ["aaaa", ["", "maxLength"]],
      ["bbbb", ["", "maxLength"]],
      ["bb", ["", "pattern"]],
      ["b", ["", "minLength"], ["", "pattern"]],
    ],
  },
  "limits of text for whatever is not a text": {
    schema: { minLength: 2 },
    valid: [1, null, [], {}],
    wrong: [["a", ["", "minLength"]]],
  },
  "a pattern that is not valid in Unicode mode": {
    schema: { pattern: "^\\-$" },
    valid: ["-"],
    wrong: [["_", ["", "pattern"]]],
  },
  "a format": { schema: { format: "date" }, valid: ["2024-02-29", 5], wrong: [["2023-02-29", ["", "format"]]] },
  "a format that nobody knows": { schema: { format: "constructor" }, valid: ["x", 5], wrong: [] },
  "a number's format": { schema: { type: "integer", format: "int32" }, valid: [1], wrong: [[2 ** 31, ["", "format"]]] },
  limits: {
    schema: { minimum: 0, exclusiveMaximum: 1, multipleOf: 0.01 },
    valid: [0, 0.35, "x"],
    wrong: [
      [-0.01, ["", "minimum"]],
      [1, ["", "exclusiveMaximum"]],
      [0.355, ["", "multipleOf"]],
    ],
  },
  items: {
    schema: { type: "array", items: { type: "string" }, minItems: 1, maxItems: 2, uniqueItems: true },
    valid: [["a"], ["a", "b"]],
    wrong: [
      [[], ["", "minItems"]],
      [
        [1, "a", 2],
        ["", "maxItems"],
        ["0", "type"],
        ["2", "type"],
      ],
      [
        ["a", "a"],
        ["", "uniqueItems"],
      ],
    ],
  },
  "a tuple": {
    schema: { prefixItems: [{ type: "string" }, true], items: false },
    valid: [[], ["a"], ["a", 1]],
    wrong: [
      [[1], ["0", "type"]],
      [
        ["a", 1, 2],
        ["", "maxItems"],
      ],
    ],
  },
  "what a list contains": {
    schema: { contains: { type: "string" }, minContains: 2, maxContains: 3 },
    valid: [["a", 1, "b"]],
    wrong: [
      [["a"], ["", "contains"]],
      [
        ["a", "b", "c", "d"],
        ["", "maxContains"],
      ],
    ],
  },
  properties: {
    schema: { type: "object", required: ["a", "z"], properties: { a: { type: "string" }, b: { type: "integer" } } },
    valid: [
      { a: "", z: 1 },
      { a: "", z: null, b: 1, c: 1 },
    ],
    wrong: [
      [{}, ["a", "required"], ["z", "required"]],
      [{ a: 1, b: "", z: 0 }, ["a", "type"], ["b", "type"]],
    ],
  },
  "all of several": {
    schema: { allOf: [{ required: ["a"] }, { required: ["b"] }] },
    valid: [{ a: 1, b: 1 }],
    wrong: [[{}, ["a", "required"], ["b", "required"]]],
  },
  "any of several": {
    schema: { anyOf: [{ type: "string" }, { minimum: 2 }] },
    valid: ["", 2, null],
    wrong: [[1, ["", "anyOf"]]],
  },
  "a schema or null, whose own issue is reported": {
    schema: { anyOf: [{ type: "string", maxLength: 1 }, { type: "null" }] },
    valid: ["a", null],
    wrong: [
      ["ab", ["", "maxLength"]],
      [1, ["", "type"]],
    ],
  },
  "one of several": {
    schema: { oneOf: [{ type: "integer" }, { minimum: 2 }, { const: "a" }] },
    valid: [1, 2.5],
    wrong: [
      [3, ["", "oneOf"]],
      [1.5, ["", "oneOf"]],
    ],
  },
  "members that a required property tells apart": {
    schema: {
      oneOf: [
        { type: "object", required: ["toString"], properties: { a: { type: "string" }, toString: { const: 1 } } },
        { type: "object", required: ["toString"], properties: { toString: { enum: ["b", null] } } },
        { type: "string" },
        { minimum: 5, type: "number" },
      ],
    },
    valid: [{ a: "", toString: 1 }, { a: 1, toString: "b" }, { toString: null }, "", 5],
    wrong: [
      [{ a: 1, toString: 1 }, ["", "oneOf"]],
      [{ toString: 2 }, ["", "oneOf"]],
      [{}, ["", "oneOf"]],
      [4, ["", "oneOf"]],
      [[], ["", "oneOf"]],
    ],
  },
  "a negation": {
    schema: { not: { type: ["string", "null"] } },
    valid: [1],
    wrong: [
      ["", ["", "not"]],
      [null, ["", "not"]],
    ],
  },
  "a condition": {
    schema: parse('{"if": {"required": ["a"]}, "then": {"required": ["b"]}, "else": {"required": ["c"]}}'),
    valid: [{ a: 1, b: 1 }, { c: 1 }],
    wrong: [
      [{ a: 1 }, ["b", "required"]],
      [{}, ["c", "required"]],
    ],
  },
  "a condition whose text looks like code": {
    schema: parse('{"if": {"const": "a !== b"}, "else": {"const": "x || (y"}}'),
    valid: ["a !== b", "x || (y"],
    wrong: [
      ["c", ["", "const"]],
      ["a === b", ["", "const"]],
    ],
  },
  "a reference": {
    schema: {
      $ref: "#/$defs/Tree",
      $defs: { Tree: { properties: { children: { items: { $ref: "#/$defs/Tree" } }, n: { type: "integer" } } } },
    },
    valid: [{ n: 1, children: [{ n: 2, children: [] }] }],
    wrong: [[{ children: [{}, { children: [{ n: "" }] }] }, ["children 1 children 0 n", "type"]]],
  },
  "what is not evaluated": {
    schema: {
      allOf: [{ properties: { a: {} } }],
      anyOf: [{ required: ["b"], properties: { b: {} } }, true],
      unevaluatedProperties: false,
    },
    valid: [{ a: 1 }, { a: 1, b: 1 }],
    wrong: [[{ a: 1, c: 1 }, ["c", "unevaluatedProperties"]]],
  },
  "what its parts do not evaluate": {
    schema: {
      $defs: { Base: { properties: { a: {} }, patternProperties: { "^x-": {} } } },
      allOf: [{ $ref: "#/$defs/Base" }, { properties: { b: {} } }],
      properties: { c: {} },
      unevaluatedProperties: false,
    },
    valid: [{ a: 1, b: 1, c: 1, "x-d": 1 }, 5, inheriting({ a: 1 })],
    wrong: [
      [{ a: 1, d: 1 }, ["d", "unevaluatedProperties"]],
      [PROTO, ["__proto__", "unevaluatedProperties"]],
    ],
  },
  "what its parts evaluate all of": {
    schema: { allOf: [{ additionalProperties: { type: "integer" } }], unevaluatedProperties: false },
    valid: [{ a: 1 }],
    wrong: [[{ a: "" }, ["a", "type"]]],
  },
  "a schema for what is not evaluated": {
    schema: { properties: { a: {} }, unevaluatedProperties: { type: "integer" } },
    valid: [{ a: "", b: 1 }, inheriting({})],
    wrong: [[{ b: "" }, ["b", "type"]]],
  },
};

describeBehaviour(table);

it("a string that is too long is held to no pattern, however slow that is", () => {
  const check = checkOf({ items: { maxLength: 20, pattern: "^(a+)+$", type: "string" } });
  expect(issuesBothWays(check, [`${"a".repeat(40)}!`]).map(({ code }) => code)).toEqual(["maxLength"]);
});

describe("an issue", () => {
  it("carries the keyword's value and what was received", () => {
    const [issue] = issuesBothWays(checkOf({ properties: { a: { maximum: 5 } } }), { a: 9 });
    expect(issue).toEqual({
      path: ["a"],
      code: "maximum",
      expected: 5,
      value: 9,
      message: "must satisfy maximum 5, received 9",
    });
  });

  it("of a union says what each alternative found, the closest first", () => {
    const schema = { properties: { a: { anyOf: [{ type: "string" }, { required: ["b"], type: "object" }] } } };
    const [issue] = issuesBothWays(checkOf(schema), { a: {} });
    expect(issue?.branches?.map((branch) => branch.map(({ path, code }) => [path, code]))).toEqual([
      [[["a", "b"], "required"]],
      [[["a"], "type"]],
    ]);
  });
});
