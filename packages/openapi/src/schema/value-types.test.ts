import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { expectDocument, readDocument } from "../document/read.ts";
import type { Json } from "../json/json.ts";
import { buildModel } from "../model/build-model.ts";
import { readingOf } from "../testing/documents.ts";

async function schemaOf(schema: object, openapi = "3.1.0") {
  const { model, diagnostics } = await readingOf({ openapi, schemas: { A: schema } });
  return { read: model.schemas[0]?.schema, diagnostics };
}

/** The same from YAML, where a value is written in another way than JSON would write it. */
async function readYaml(schema: string): Promise<unknown> {
  const text = `openapi: 3.0.3\ninfo: { title: T, version: '1' }\npaths: {}\ncomponents: { schemas: { A: ${schema} } }\n`;
  const files = { read: async () => text, display: (path: string) => path };
  return buildModel(expectDocument(await readDocument("t.yaml", "t.yaml", files))).model.schemas[0]?.schema;
}

const said = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ rule, severity, pointer }) => [rule, severity, pointer.replace("#/components/schemas/A/", "")]);

describe.each(["3.0.3", "3.1.0"])("in OpenAPI %s, a value of another type than type", (openapi) => {
  it.each<[what: string, schema: object, read: object, at?: string]>([
    ["numbers for strings", { type: "string", enum: [1, 2.5] }, { type: "string", enum: ["1", "2.5"] }],
    ["true and false for strings", { type: "string", enum: [true, "b"] }, { type: "string", enum: ["true", "b"] }],
    ["strings for integers", { type: "integer", enum: ["1", "-2"] }, { type: "integer", enum: [1, -2] }],
    ["strings for numbers", { type: "number", enum: ["1.50", "1e3"] }, { type: "number", enum: [1.5, 1000] }],
    ["strings for true and false", { type: "boolean", enum: ["true"] }, { type: "boolean", enum: [true] }],
    ["a constant", { type: "string", const: 5 }, { type: "string", const: "5" }, "const"],
    ["words for integers", { type: "integer", enum: ["one", 2] }, { enum: ["one", 2] }],
    ["fractions for integers", { type: "integer", enum: [0.5] }, { enum: [0.5] }],
    ["numerals with zeros before them", { type: "integer", enum: ["01"] }, { enum: ["01"] }],
    ["numerals that no double holds", { type: "integer", enum: ["9007199254740993"] }, { enum: ["9007199254740993"] }],
    ["numbers for true and false", { type: "boolean", enum: [0, 1] }, { enum: [0, 1] }],
    ["null", { type: "string", enum: ["a", null] }, { enum: ["a", null] }],
    ["empty strings", { type: "integer", enum: ["", 1] }, { enum: ["", 1] }],
    [
      "words for objects, with what is said of objects alone",
      { type: "object", enum: ["a", "b"], properties: { c: {} }, required: ["c"], description: "D" },
      { enum: ["a", "b"], description: "D" },
    ],
    ["an object for a string", { type: "string", enum: [{ a: 1 }], maxLength: 3 }, { enum: [{ a: 1 }] }],
    ["a constant that has no form", { type: "array", const: "a", minItems: 1 }, { const: "a" }, "const"],
    [
      "the values of items",
      { type: "array", items: { type: "string" }, enum: ["a", "b"] },
      { type: "array", items: { enum: ["a", "b"], type: "string" } },
    ],
    ["the values of items without a schema", { type: "array", enum: ["a"] }, { type: "array", items: { enum: ["a"] } }],
    ["a default", { type: "string", default: 1 }, { type: "string", default: "1" }, "default"],
    ["a default for integers", { type: "integer", default: "10" }, { type: "integer", default: 10 }, "default"],
    ["a default without a form", { type: "array", default: "a" }, { type: "array" }, "default"],
    ["a default of null", { type: "string", default: null }, { type: "string" }, "default"],
  ])("%s", async (_what, schema, read, at = "enum") => {
    const result = await schemaOf(schema, openapi);
    expect(result.read).toEqual(read);
    expect(said(result.diagnostics)).toEqual([["value-type", "warning", at]]);
  });

  it("an example, or one of several", async () => {
    const key = openapi === "3.0.3" ? "examples" : "example";
    const example = (value: Json) => (key === "examples" ? [value] : value);
    const schemas = {
      A: { type: "string", example: 7 },
      B: { type: "object", example: "none" },
      C: { type: "integer", examples: ["1", 2, "three"] },
    };
    const { model, diagnostics } = await readingOf({ openapi, schemas });
    expect(model.schemas.map(({ schema }) => schema)).toEqual([
      { type: "string", [key]: example("7") },
      { type: "object" },
      { type: "integer", examples: [1, 2] },
    ]);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["value-type", "value-type", "value-type"]);
  });

  it.each([
    ["of several types", { type: ["string", "integer"], enum: ["1", 1] }],
    ["an integer for a number", { type: "number", enum: [1], default: 2 }],
    ["a number without fraction for an integer", { type: "integer", const: 1.0 }],
    ["null for what may be null", { type: ["string", "null"], enum: ["a", null], default: null }],
    ["lists for lists", { type: "array", enum: [["a"]], default: [] }],
    ["anything without a type", { enum: [1, "a"], default: true }],
  ])("but not %s", async (_what, schema) => {
    expect(await schemaOf(schema, "3.1.0")).toEqual({ read: schema, diagnostics: [] });
  });
});

it("enumerations of items are read as if they stood there, in both versions", async () => {
  const A = { type: "array", items: { type: "string", nullable: true, oneOf: undefined }, enum: [1, 2] };
  const { read, diagnostics } = await schemaOf(A, "3.0.3");
  expect(JSON.stringify(read)).toContain('"enum":["1","2",null]');
  expect(said(diagnostics)).toContainEqual(["value-type", "warning", "items/enum"]);
  const B = { type: "array", items: { $ref: "#/components/schemas/B" }, enum: ["b"] };
  const { model } = await readingOf({ openapi: "3.0.3", schemas: { A: B, B: { type: "string" } } });
  expect(model.schemas[0]?.schema).toEqual({
    type: "array",
    items: { allOf: [{ $ref: "#/components/schemas/B" }], enum: ["b"] },
  });
});

it.each([
  ["{ type: string, enum: [1.0, 1.10, 2] }", { type: "string", enum: ["1.0", "1.10", "2"] }],
  ["{ type: string, enum: [010, 0x1F, 1e3] }", { type: "string", enum: ["010", "0x1F", "1e3"] }],
  ["{ type: string, enum: [True, 'false', no] }", { type: "string", enum: ["True", "false", "no"] }],
  ["{ type: string, default: 1.0 }", { type: "string", default: "1.0" }],
  ["{ type: string, example: 1.0 }", { type: "string", examples: ["1.0"] }],
  ["{ type: string, enum: [1 , ! 2] }", { type: "string", enum: ["1", "2"] }],
])("what YAML reads as another value is the string that is written: %s", async (schema, read) => {
  expect(await readYaml(schema)).toEqual(read);
});

it("a value that is listed twice is listed once, after it has been taken for what is meant", async () => {
  const { read, diagnostics } = await schemaOf({ type: "string", enum: ["a", 1, "a", "1", "b"] });
  expect(read).toEqual({ type: "string", enum: ["a", "1", "b"] });
  expect(said(diagnostics)).toEqual([
    ["value-type", "warning", "enum"],
    ["repeated-value", "info", "enum"],
  ]);
});
