import { resolve } from "node:path";
import type { Check } from "@earmark/validation";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { readDocument } from "../../document/index.ts";
import { buildModel, buildViews, type Schema } from "../../model/index.ts";
import { mutations } from "../../testing/mutations.ts";
import { checkOf } from "./testing/check-of.ts";

/** Another seed is another set of values; the one of a failure is in its message. */
const SEED = Number(process.env.FUZZ_SEED ?? 1);
const PER_SCHEMA = 300;

const NODE: Schema = {
  type: "object",
  required: ["n"],
  properties: { n: { type: "integer" }, next: { $ref: "#/$defs/Node" } },
};

const schemas: Record<string, Schema> = {
  text: { type: "string", minLength: 1, maxLength: 4, pattern: "^[a-c]" },
  number: { type: ["number", "null"], minimum: -1, exclusiveMaximum: 100, multipleOf: 0.5 },
  enumeration: { enum: ["a", 1, null, true, { a: 1 }, [1]] },
  constant: { const: { a: [1, "x"] } },
  list: { type: "array", items: { type: ["integer", "string"] }, minItems: 1, maxItems: 4, uniqueItems: true },
  tuple: { prefixItems: [{ type: "string" }, { type: "integer" }], items: { type: "boolean" }, minItems: 2 },
  contains: { type: "array", contains: { type: "integer", minimum: 1 }, minContains: 1, maxContains: 2 },
  object: {
    type: "object",
    required: ["a"],
    properties: { a: { type: "string" }, b: { type: "integer" }, c: { type: "array", items: { enum: ["x", "y"] } } },
    additionalProperties: false,
  },
  map: { type: "object", additionalProperties: { type: "integer" }, maxProperties: 3, propertyNames: { maxLength: 3 } },
  patterns: {
    patternProperties: { "^a": { type: "integer" }, b$: { minimum: 0 } },
    additionalProperties: { type: "string" },
  },
  dependencies: {
    properties: { a: {}, b: {} },
    dependentRequired: { a: ["b"] },
    dependentSchemas: { b: { minProperties: 3 } },
  },
  allOf: { allOf: [{ required: ["a"] }, { properties: { a: { type: "integer" } } }] },
  anyOf: { anyOf: [{ type: "string", minLength: 2 }, { type: "integer" }, { type: "array", items: { type: "null" } }] },
  oneOf: { oneOf: [{ type: "integer" }, { minimum: 2 }, { type: "object", required: ["a"] }] },
  not: { not: { anyOf: [{ type: "string" }, { required: ["a"] }] } },
  nullable: { properties: { a: { anyOf: [{ type: "string", maxLength: 1 }, { type: "null" }] } } },
  conditional: JSON.parse(
    '{"if": {"properties": {"a": {"const": 1}}}, "then": {"required": ["b"]}, "else": {"required": ["c"]}}',
  ),
  recursive: { $ref: "#/$defs/Node", $defs: { Node: NODE } },
  unevaluated: {
    allOf: [{ properties: { a: { type: "string" } } }],
    properties: { b: {} },
    unevaluatedProperties: { type: "integer" },
  },
  deep: {
    properties: {
      a: { properties: { b: { items: { properties: { c: { type: "string", enum: ["x", "y"] } }, required: ["c"] } } } },
    },
  },
};

describe("emitted checks agree with Ajv about mutated values", () => {
  it.each(Object.entries(schemas))("of the schema %s", (name, schema) => {
    compare(name, schema, checkOf(schema));
  });

  it("of every schema of the annotation document", async () => {
    const document = await readDocument(resolve(import.meta.dirname, "../../../../../openapi/annotation.yaml"));
    const { strict } = buildViews(buildModel(document));
    const $defs = Object.fromEntries(strict.map(({ name, schema }) => [name, withLocalReferences(schema)]));
    for (const { name } of strict) {
      const schema = { $ref: `#/$defs/${name}`, $defs };
      compare(name, schema, checkOf(schema));
    }
    expect(strict.length).toBeGreaterThan(6);
  });
});

function compare(name: string, schema: Schema, check: Check): void {
  const oracle = new Ajv2020({
    strict: false,
    allErrors: true,
    validateFormats: false,
    ownProperties: true,
    multipleOfPrecision: 9,
  }).compile(schema);
  let valid = 0;
  for (const value of mutations(schema, SEED, PER_SCHEMA)) {
    const want = oracle(value);
    if (want) valid++;
    const issues: Parameters<Check>[1] = [];
    check(value, issues, []);
    // Ajv does not look at formats here; Ajv's own are another package.
    const counted = issues.filter(({ code }) => code !== "format");
    const found = counted.length === 0;
    if (found !== want || (counted.length === issues.length && check(value) !== want)) {
      throw new Error(
        `seed ${SEED}, ${name}: ${JSON.stringify(value)}: Ajv says ${want}, boolean mode ${check(value)}, issues ${JSON.stringify(issues)}`,
      );
    }
  }
  expect([name, SEED, valid > 0, valid < PER_SCHEMA]).toEqual([name, SEED, true, true]);
}

function withLocalReferences(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll("#/components/schemas/", "#/$defs/"));
}
