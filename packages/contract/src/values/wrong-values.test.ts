import type { JsonSchema } from "@earmark/validation";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { resolveIn } from "./references.ts";
import { wrongValues } from "./wrong-values.ts";

const schemas: Readonly<Record<string, JsonSchema>> = { Word: { type: "string", enum: ["one", "two", "three"] } };
const resolve = resolveIn(schemas);

interface Case {
  readonly schema: JsonSchema;
  readonly example?: unknown;
  /** Keywords for which there must be a wrong value. */
  readonly rules: readonly string[];
}

const cases: readonly Case[] = [
  { schema: { type: "string", minLength: 2, maxLength: 3 }, rules: ["type", "minLength", "maxLength"] },
  { schema: { type: "string", pattern: "^A\\d$" }, example: "A1", rules: ["type", "pattern"] },
  { schema: { type: "string", format: "uri" }, example: "https://example.com", rules: ["type", "format"] },
  { schema: { type: "integer", minimum: 1, maximum: 5 }, example: 2, rules: ["type", "minimum", "maximum"] },
  { schema: { type: ["integer", "null"], enum: [1, 2, null] }, rules: ["type", "enum"] },
  { schema: { $ref: "#/components/schemas/Word", description: "A word." }, rules: ["type", "enum"] },
  { schema: { type: "array", items: { type: "boolean" }, minItems: 1, maxItems: 2 }, rules: ["minItems", "maxItems"] },
  {
    schema: { type: "object", properties: { a: { type: "string" } }, required: ["a"], additionalProperties: false },
    example: { a: "x" },
    rules: ["type", "required", "additionalProperties"],
  },
  {
    schema: {
      type: "array",
      items: { $ref: "#/components/schemas/Word" },
      if: { contains: { const: "two" } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
      then: { maxItems: 1 },
    },
    rules: ["type", "enum", "if"],
  },
];

describe("wrong values", () => {
  test.for(cases)("are found for $rules, and Ajv agrees", ({ schema, example, rules }) => {
    const ajv = new Ajv2020({
      allErrors: true,
      strict: false,
      formats: { uri: (text) => URL.canParse(text) && !/ /.test(text) },
    });
    const validate = ajv.compile({ ...schema, components: { schemas } });
    const found = wrongValues(schema, resolve, example);

    expect([...new Set(found.map(({ rule }) => rule))]).toEqual(expect.arrayContaining([...rules]));
    for (const { value, codes } of found) {
      validate(value);
      expect(validate.errors?.map(({ keyword }) => keyword)).toContainEqual(expect.toBeOneOf([...codes]));
    }
  });

  const unknown: readonly JsonSchema[] = [
    { dependentRequired: { a: ["b"] } },
    { type: "object", additionalProperties: { type: "string" } },
    { if: { minItems: 2 }, else: false },
    { pattern: "^a" },
    { enum: [null] },
    { $ref: "#/components/schemas/Missing" },
  ];
  test.for(unknown)("are refused for %j, which they do not know, instead of being left out", (schema) => {
    expect(() => wrongValues(schema, resolve)).toThrow(/known|guess|no schema/);
  });
});
