import type { JsonSchema } from "@earmark/validation";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { accepts } from "./accepts.ts";
import { valid } from "./random-values.ts";
import { resolveIn } from "./references.ts";

const schemas: Readonly<Record<string, JsonSchema>> = {
  Word: { type: "string", enum: ["one", "two", "three"] },
  Sid: { type: "string", minLength: 6, maxLength: 6, pattern: "^CA[0-9a-f]{4}$" },
};
const resolve = resolveIn(schemas);

const known: readonly JsonSchema[] = [
  { type: "string", minLength: 2, maxLength: 3 },
  { type: "string", pattern: "^[A-Z]{2}\\d+$" },
  { type: "string", format: "uri" },
  { type: "string", format: "date-time" },
  { type: ["integer", "null"], enum: [1, 2, null] },
  { type: "integer", minimum: 1, maximum: 3 },
  { type: "number", minimum: 0, maximum: 1 },
  { type: "integer", minimum: 1, maximum: 2, else: false, discriminator: { propertyName: "kind" } },
  { type: ["boolean", "null"] },
  { const: "fixed" },
  { $ref: "#/components/schemas/Sid", description: "A SID." },
  { anyOf: [{ $ref: "#/components/schemas/Word" }, { type: "null" }] },
  { oneOf: [{ type: "integer" }, { type: "number", maximum: 10 }] },
  { allOf: [{ type: "string" }, { minLength: 1 }], maxLength: 2 },
  { type: "array", items: { type: "boolean" }, minItems: 1, maxItems: 2 },
  { type: "array", items: { $ref: "#/components/schemas/Word" }, uniqueItems: true, maxItems: 3 },
  {
    type: "object",
    properties: { word: { $ref: "#/components/schemas/Word" }, count: { type: "integer" } },
    required: ["word"],
    additionalProperties: false,
  },
  {
    type: "array",
    items: { $ref: "#/components/schemas/Word" },
    if: { contains: { const: "two" } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
    then: { maxItems: 1 },
  },
];

describe("random values", () => {
  test.for(known)("of %j match, says Ajv", (schema) => {
    fc.assert(fc.property(valid(schema, resolve), accepts(schema, resolve)), { numRuns: 200 });
  });

  test("reach both ends of what is allowed", () => {
    const lengths = fc
      .sample(valid({ type: "string", minLength: 2, maxLength: 9 }, resolve), 200)
      .map((text) => Array.from(String(text)).length);
    expect([Math.min(...lengths), Math.max(...lengths)]).toEqual([2, 9]);
  });

  test.for([
    { type: "object", dependentRequired: { a: ["b"] } },
    { type: "object", additionalProperties: { type: "string" } },
    { type: "string", format: "uuid" },
    { type: "color" },
    { minimum: 3 },
    { allOf: [{ minLength: 1 }, { minLength: 2 }], type: "string" },
  ] as const)("of %j, which they do not know, are refused instead of being guessed", (schema) => {
    expect(() => valid(schema, resolve)).toThrow(/^No values are known for/);
  });
});
