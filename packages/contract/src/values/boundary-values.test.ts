import type { JsonSchema } from "@earmark/validation";
import { describe, expect, test } from "vitest";
import { accepts } from "./accepts.ts";
import { rightValues } from "./boundary-values.ts";
import { resolveIn } from "./references.ts";

const schemas: Readonly<Record<string, JsonSchema>> = {
  Word: { type: "string", enum: ["one", "two", "three"] },
  Id: { type: "string", pattern: "^A\\d$", maxLength: 2 },
};
const resolve = resolveIn(schemas);
const word = { $ref: "#/components/schemas/Word" };

interface Case {
  readonly schema: JsonSchema;
  readonly example?: unknown;
  readonly values: readonly unknown[];
}

const cases: readonly Case[] = [
  { schema: { type: "string", minLength: 2, maxLength: 3 }, example: "ab", values: ["ab", "abx"] },
  { schema: { type: "string", maxLength: 3 }, example: "😀bcd", values: ["😀bc"] },
  { schema: { type: "string", maxLength: 5 }, example: "ab", values: ["abxxx", " E\u0301x "] },
  { schema: { $ref: "#/components/schemas/Id" }, example: "A1", values: ["A1"] },
  { schema: { type: "string", format: "uri" }, example: "https://example.com", values: ["https://example.com"] },
  { schema: { type: "integer", minimum: 1, maximum: 5 }, values: [1, 5] },
  { schema: { type: ["integer", "null"], enum: [1, 2, null] }, values: [1, 2, null] },
  { schema: { type: ["boolean", "null"] }, values: [true, false, null] },
  { schema: { type: "string" }, example: "ab", values: ["ab"] },
  { schema: { type: ["string", "null"] }, example: "ab", values: [null, "ab"] },
  { schema: { type: "integer" }, values: [1] },
  { schema: { type: "null" }, values: [null] },
  { schema: {}, values: [] },
  { schema: { const: 1 }, values: [1] },
  { schema: { anyOf: [word, { type: "null" }] }, values: ["one", "two", "three", null] },
  {
    schema: { type: "array", items: word, minItems: 2, maxItems: 3 },
    example: ["two"],
    values: [
      ["one", "two"],
      ["two", "two"],
      ["three", "two"],
      ["two", "two", "two"],
    ],
  },
  {
    schema: {
      type: "array",
      items: word,
      if: { contains: { const: "two" } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
      then: { maxItems: 1 },
    },
    values: [["one"], ["two"], ["three"], ["one", "three"]],
  },
  {
    schema: {
      type: "object",
      properties: { id: { $ref: "#/components/schemas/Id" }, more: { type: ["string", "null"] } },
      required: ["id"],
      additionalProperties: true,
    },
    example: { id: "A1", more: "x" },
    values: [
      { id: "A1" },
      { id: "A1", more: "x" },
      { id: "A1", more: null },
      { id: "A1", more: "x", Unlisted: "text" },
    ],
  },
];

describe("right values", () => {
  test.for(cases)("are at the boundaries of $schema, and Ajv accepts them", ({ schema, example, values }) => {
    const found = rightValues(schema, resolve, example).map(({ value }) => value);
    const isRight = accepts(schema, resolve);
    expect(new Set(found.map((value) => JSON.stringify(value)))).toEqual(
      new Set(values.map((value) => JSON.stringify(value))),
    );
    expect(found.filter((value) => !isRight(value))).toEqual([]);
  });

  test("may be at several boundaries at once, in as few objects as that takes", () => {
    const schema = {
      properties: { word, flag: { type: ["boolean", "null"] }, free: { type: "string" }, more: { type: "integer" } },
      required: ["free"],
    };
    const found = rightValues(schema, resolve, { free: "x", more: 7 }, { together: true });
    expect(found.map(({ value }) => value)).toEqual([
      { free: "x" },
      { free: "x", more: 7 },
      { free: "x", more: 7, word: "one", flag: true },
      { free: "x", more: 7, word: "two", flag: false },
      { free: "x", more: 7, word: "three", flag: null },
    ]);
  });

  const unmentioned: readonly JsonSchema[] = [
    { type: "string", maxLength: 1 },
    { type: ["string", "null"] },
    { type: ["null", "integer"] },
    { anyOf: [{ type: "null" }, { $ref: "#/components/schemas/Id" }] },
    { type: "array", items: { type: "string" } },
    { type: ["object", "null"], additionalProperties: true },
  ];
  test.for(unmentioned)("include one other than null of a property that no example has: %j", (property) => {
    const schema = { type: "object", properties: { known: { type: "string" }, unmentioned: property } };
    for (const together of [true, false]) {
      const found = rightValues(schema, resolve, { known: "x" }, { together }).map(({ value }) => value);
      const values = found.map((value) => Object(value).unmentioned ?? null);
      expect(values.filter((value) => value !== null && accepts(property, resolve)(value))).not.toEqual([]);
    }
  });

  const unknown: readonly JsonSchema[] = [
    { dependentRequired: { a: ["b"] } },
    { type: "string", pattern: "^ab?$", maxLength: 3 },
    { if: { minItems: 2 }, else: false },
    { type: "array", items: { type: "boolean" }, uniqueItems: true },
  ];
  test.for(unknown)("are refused for %j, which they do not know, instead of being left out", (schema) => {
    expect(() => rightValues(schema, resolve)).toThrow(/known|guess/);
  });
});
