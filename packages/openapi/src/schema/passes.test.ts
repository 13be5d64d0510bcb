import { describe, expect, it } from "vitest";
import type { Json } from "../json/json.ts";
import { modelOf } from "../testing/documents.ts";
import { malformed } from "./malformed.ts";

async function schemaOf(schema: object, openapi = "3.1.0") {
  const { schemas, repairs } = await modelOf({ openapi, schemas: { A: schema } });
  return { schema: schemas[0]?.schema, repairs: repairs.map(({ kind }) => kind) };
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
    expect(await schemaOf(schema, openapi)).toEqual({ schema: wanted, repairs: [repair] });
  });
});

it("null stays where it is a value", async () => {
  const schema = { const: null, default: null, enum: [null], "x-a": null };
  expect(await schemaOf(schema)).toEqual({ schema, repairs: [] });
});

it.each<[string, Json, string]>([
  ["const", Number.POSITIVE_INFINITY, "a value that JSON has"],
  ["enum", [1, { a: Number.NaN }], "a list of values that JSON has"],
  ["maxLength", "many", "a number"],
  ["pattern", 5, "a string"],
])("%s: %s cannot be taken for anything", (keyword, value, expected) => {
  expect(malformed({ [keyword]: value })).toEqual({ keyword, expected });
});
