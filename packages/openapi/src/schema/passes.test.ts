import { describe, expect, it } from "vitest";
import { messagesOf, modelOf, readingOf, ref } from "../testing/documents.ts";
import { KEYWORDS } from "./keywords.ts";
import type { Schema } from "./schema.ts";
import { pointerBelow, visitSubschemas } from "./walk.ts";

async function schemaOf(schema: object, openapi = "3.1.0") {
  const { model, diagnostics } = await readingOf({ openapi, schemas: { A: schema } });
  return { schema: model.schemas[0]?.schema, said: messagesOf(diagnostics, "info"), diagnostics };
}

describe.each(["3.0.3", "3.1.0"])("in OpenAPI %s", (openapi) => {
  it.each<[string, object, object, string]>([
    ["type: null", { type: null }, { type: "null" }, "type null without quotation marks"],
    [
      "type: [string, null]",
      { type: ["string", null] },
      { type: ["string", "null"] },
      "type null without quotation marks",
    ],
    ["a number in quotation marks", { maxLength: "3" }, { maxLength: 3 }, "maxLength in quotation marks"],
    [
      "a keyword without a value",
      { type: "object", properties: null },
      { type: "object" },
      "properties without a value ignored",
    ],
    [
      "the same further down",
      { items: { minimum: "-1.5" } },
      { items: { minimum: -1.5 } },
      "minimum in quotation marks",
    ],
  ])("%s is taken for what is meant", async (_what, schema, wanted, repair) => {
    expect(await schemaOf(schema, openapi)).toMatchObject({ schema: wanted, said: [repair] });
  });
});

it("null stays where it is a value", async () => {
  const schema = { const: null, default: null, enum: [null], "x-a": null };
  expect(await schemaOf(schema)).toEqual({ schema, said: [], diagnostics: [] });
});

describe("a keyword that cannot be read lets any value pass, and is named at its place", () => {
  it.each<[what: string, schema: object, left: object, at: string, message: string]>([
    ["values that are no list", { enum: "a" }, {}, "/enum", "expected a list of values that JSON has, received"],
    [
      "a type that does not exist",
      { items: { type: "text" } },
      { items: {} },
      "/items/type",
      "expected a type of JSON",
    ],
    ["no type at all", { type: [] }, {}, "/type", "expected a type of JSON Schema, or several, received []"],
    ["a limit that is no number", { maxLength: "many", minLength: 1 }, { minLength: 1 }, "/maxLength", "a number"],
    ["a divisor of zero", { multipleOf: 0 }, {}, "/multipleOf", "expected a number above 0, received 0"],
    ["a pattern that is no string", { pattern: 5 }, {}, "/pattern", "expected a string, received 5"],
    ["alternatives that are no list", { anyOf: {} }, {}, "/anyOf", "expected a list of schemas, received {}"],
    ["no alternatives", { oneOf: [] }, {}, "/oneOf", "expected a list of schemas, received []"],
    [
      "a property that is no schema",
      { properties: { b: 1, c: {} } },
      { properties: { b: {}, c: {} } },
      "/properties/b",
      "expected a schema, received 1",
    ],
    ["a part that is no schema", { allOf: [{}, "A"] }, { allOf: [{}, {}] }, "/allOf/1", 'a schema, received "A"'],
    [
      "properties, with what depends on them",
      { properties: 5, additionalProperties: false, maxProperties: 1 },
      { maxProperties: 1 },
      "/properties",
      "expected an object of schemas, received 5",
    ],
    [
      "the pattern of a key, with what depends on it",
      { patternProperties: { "[": {}, a: {} }, additionalProperties: false },
      { patternProperties: { a: {} } },
      "/patternProperties/[",
      "expected a regular expression of ECMA-262, so no property is held to its schema",
    ],
  ])("%s", async (_what, schema, left, at, message) => {
    const read = await schemaOf(schema);
    expect(read.schema).toEqual(left);
    expect(read.diagnostics).toMatchObject([
      { severity: "warning", pointer: `#/components/schemas/A${at}`, message: expect.stringContaining(message) },
    ]);
  });

  it("something else than a schema", async () => {
    const { model, diagnostics } = await readingOf({ schemas: { A: "string" } });
    expect(model.schemas).toMatchObject([{ name: "A", schema: true }]);
    expect(diagnostics).toMatchObject([{ rule: "structure", severity: "warning", pointer: "#/components/schemas/A" }]);
  });

  it("and so is each of several, in the order in which they are read", async () => {
    const schemas = {
      A: { properties: { b: { type: "bool" }, c: { minimum: {} } }, type: "Object" },
      B: { anyOf: [] },
    };
    const { diagnostics } = await readingOf({ schemas });
    expect(diagnostics.map(({ pointer }) => pointer.replace("#/components/schemas/", ""))).toEqual([
      "A/type",
      "A/properties/b/type",
      "A/properties/c/minimum",
      "B/anyOf",
    ]);
  });
});

describe("what is laxer than it was written makes nothing stricter", () => {
  const wrong = { type: "text" };
  it.each<[what: string, schema: object, left: object, said: string]>([
    ["in not", { not: wrong, maxLength: 1 }, { maxLength: 1 }, "not ignored"],
    ["in if", JSON.parse('{ "if": { "properties": { "a": { "type": "text" } } }, "then": false }'), {}, "if ignored"],
    ["in oneOf", { oneOf: [wrong, { type: "string" }] }, { anyOf: [{}, { type: "string" }] }, "oneOf taken for anyOf"],
    ["in contains", { contains: wrong, maxContains: 1 }, { contains: {} }, "maxContains ignored"],
    [
      "beside what is unevaluated",
      { allOf: [{ properties: 5 }], unevaluatedProperties: false },
      { allOf: [{}] },
      "unevaluatedProperties ignored",
    ],
    ["by reference", { not: ref("B") }, {}, "not ignored"],
    ["by a cycle", { not: ref("D") }, {}, "not ignored"],
  ])("%s", async (_what, schema, left, said) => {
    const schemas = { A: schema, B: { items: ref("C") }, C: wrong, D: { allOf: [ref("D")] } };
    const { model, diagnostics } = await readingOf({ schemas });
    expect(model.schemas[0]?.schema).toEqual(left);
    expect(model.pointerOf(model.schemas[0]?.schema ?? true)).toBe("#/components/schemas/A");
    expect(messagesOf(diagnostics, "warning").filter((message) => message.startsWith(said))).toHaveLength(1);
  });

  it("and the rest stays as it is", async () => {
    const A = { allOf: [wrong, { not: { type: "null" } }], anyOf: [{ oneOf: [{}, { type: "null" }] }, wrong] };
    const { model } = await readingOf({ schemas: { A } });
    expect(model.schemas[0]?.schema).toEqual({ ...A, allOf: [{}, A.allOf[1]], anyOf: [A.anyOf[0], {}] });
  });
});

it.each([Number.POSITIVE_INFINITY, [1, { a: Number.NaN }]])("%j, which YAML has, is no JSON", (value) => {
  expect(KEYWORDS.get("const")?.value.test(value)).toBe(false);
});

/** The places of a schema and of all schemas in it, by where they are now. */
function placesIn(
  schema: Schema,
  at: string,
  pointerOf: (schema: Schema) => string | undefined,
): Record<string, unknown> {
  if (typeof schema === "boolean") return {};
  const places: Record<string, unknown> = { [at]: pointerOf(schema) };
  visitSubschemas(schema, (subschema, keyword, name) =>
    Object.assign(places, placesIn(subschema, pointerBelow(at, keyword, name), pointerOf)),
  );
  return places;
}

describe("an enumeration without null, beside a type with null", () => {
  const said = "enum without null beside a type with null: null is allowed, as with nullable in OpenAPI 3.0";

  it.each<[string, object, object, readonly string[]]>([
    ["allows null", { type: ["string", "null"], enum: ["a"] }, { enum: ["a", null] }, [said]],
    ["is left as it is where it has null", { type: ["string", "null"], enum: ["a", null] }, { enum: ["a", null] }, []],
    ["is left as it is beside another type", { type: ["string", "integer"], enum: ["a"] }, { enum: ["a"] }, []],
    ["is left as it is without a type", { enum: ["a"] }, { enum: ["a"] }, []],
    ["of nothing allows nothing", { type: ["string", "null"], enum: [] }, { enum: [] }, []],
  ])("%s", async (_what, schema, wanted, messages) => {
    expect(await schemaOf(schema)).toMatchObject({ schema: wanted, said: messages });
  });

  it("refuses no more where it is negated", async () => {
    const { schema } = await schemaOf({ not: { type: ["string", "null"], enum: ["a"] } });
    expect(schema).toEqual({});
  });
});

describe("every schema of the model has the place where its author wrote it", () => {
  it("moved, wrapped and renamed as it may be", async () => {
    const schemas = {
      A: {
        description: "Wrapped by reading.",
        nullable: true,
        allOf: [{ $ref: "#/components/schemas/B" }, { properties: { z: { type: "string" }, a: { items: {} } } }],
      },
      B: { type: "array", items: { $ref: "#/components/schemas/A/allOf/1/properties/z" } },
    };
    const { schemas: read, pointerOf, document } = await modelOf({ openapi: "3.0.3", schemas });
    const written = (schema: Schema): string => document.asWritten?.(pointerOf(schema) ?? "") ?? "";
    const placed = Object.assign({}, ...read.map(({ name, schema }) => placesIn(schema, name, written)));
    expect(placed).toEqual({
      A: "#/components/schemas/A",
      "A/anyOf/0": "#/components/schemas/A",
      "A/anyOf/0/allOf/0": "#/components/schemas/A/allOf/0",
      "A/anyOf/0/allOf/1": "#/components/schemas/A/allOf/1",
      "A/anyOf/0/allOf/1/properties/a": "#/components/schemas/A/allOf/1/properties/a",
      "A/anyOf/0/allOf/1/properties/a/items": "#/components/schemas/A/allOf/1/properties/a/items",
      "A/anyOf/0/allOf/1/properties/z": "#/components/schemas/A/allOf/1/properties/z",
      "A/anyOf/1": "#/components/schemas/A",
      B: "#/components/schemas/B",
      "B/items": "#/components/schemas/B/items",
      AllOf_1Z: "#/components/schemas/A/allOf/1/properties/z",
    });
  });

  it("where a cycle of variants was broken, too", async () => {
    const Base = { oneOf: [{ $ref: "#/components/schemas/Leaf" }], properties: { kind: { type: "string" } } };
    const Leaf = { allOf: [{ $ref: "#/components/schemas/Base" }, { required: ["kind"] }] };
    const { schemas, pointerOf } = await modelOf({ schemas: { Base, Leaf } });
    const leaf = schemas.find(({ name }) => name === "Leaf")?.schema ?? true;
    expect(placesIn(leaf, "Leaf", pointerOf)).toEqual({
      Leaf: "#/components/schemas/Leaf",
      "Leaf/allOf/0": "#/components/schemas/Leaf",
      "Leaf/allOf/0/properties/kind": "#/components/schemas/Base/properties/kind",
      "Leaf/allOf/1": "#/components/schemas/Leaf/allOf/1",
    });
  });

  it("also for what is said about a schema within one that reading made up", async () => {
    const A = { nullable: true, not: { properties: { a: { type: "bool" } } } };
    const { diagnostics } = await readingOf({ openapi: "3.0.3", schemas: { A } });
    expect(diagnostics.map(({ pointer }) => pointer)).toContain("#/components/schemas/A/not/properties/a/type");
  });
});
