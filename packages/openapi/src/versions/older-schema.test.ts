import { describe, expect, it } from "vitest";
import type { Schema } from "../schema/schema.ts";
import { upgradeSchema } from "./older-schema.ts";
import { Upgrading } from "./upgrading.ts";

const NULL = { type: "null" };
const A = { $ref: "#/components/schemas/A" };
const BESIDE_REF = "nullable beside $ref";
const BESIDE_COMPOSITION = "nullable beside allOf, anyOf, oneOf or not";
const BESIDE_ENUM = "nullable beside an enum without null";

const table: [name: string, given: Schema, want: Schema, repairs?: string[]][] = [
  ["what has not changed", { type: "string", minLength: 1 }, { type: "string", minLength: 1 }],
  ["a boolean", true, true],
  ["nullable beside type", { type: "string", nullable: true }, { type: ["string", "null"] }],
  ["nullable: false", { type: "string", nullable: false }, { type: "string" }],
  ["nullable without a type, which allows null anyway", { nullable: true, maxLength: 3 }, { maxLength: 3 }],
  [
    "nullable beside an enum with null",
    { type: "string", enum: ["a", null], nullable: true },
    { type: ["string", "null"], enum: ["a", null] },
  ],
  [
    "nullable beside an enum without null",
    { type: "string", enum: ["a"], nullable: true },
    { type: ["string", "null"], enum: ["a", null] },
    [BESIDE_ENUM],
  ],
  ["nullable beside an enum without type", { enum: ["a"], nullable: true }, { enum: ["a", null] }, [BESIDE_ENUM]],
  ["nullable beside $ref", { ...A, nullable: true }, { anyOf: [A, NULL] }, [BESIDE_REF]],
  [
    "Twilio's type and nullable beside $ref",
    { type: "string", ...A, nullable: true, description: "Who." },
    { description: "Who.", anyOf: [A, NULL] },
    ["type beside $ref ignored, as OpenAPI 3.0 says", BESIDE_REF],
  ],
  ["a description beside $ref", { ...A, description: "Who.", example: 1 }, { description: "Who.", ...A }],
  ["a limit beside $ref", { ...A, maxLength: 3 }, A, ["maxLength beside $ref ignored, as OpenAPI 3.0 says"]],
  ["nullable beside allOf", { allOf: [A], nullable: true }, { anyOf: [{ allOf: [A] }, NULL] }, [BESIDE_COMPOSITION]],
  [
    "nullable beside oneOf and type",
    { type: "object", oneOf: [A], nullable: true },
    { anyOf: [{ type: "object", oneOf: [A] }, NULL] },
    [BESIDE_COMPOSITION],
  ],
  [
    "an exclusive minimum beside what is nullable by composition, which is upgraded once",
    { allOf: [A], minimum: 1, exclusiveMinimum: true, nullable: true },
    { anyOf: [{ allOf: [A], exclusiveMinimum: 1 }, NULL] },
    [BESIDE_COMPOSITION],
  ],
  ["nullable beside not", { not: A, nullable: true }, { anyOf: [{ not: A }, NULL] }, [BESIDE_COMPOSITION]],
  [
    "annotations beside a nullable allOf, which stay where readers look for them",
    { allOf: [A], nullable: true, readOnly: true, title: "T", description: "D", default: null, "x-a": 1 },
    { readOnly: true, title: "T", description: "D", default: null, "x-a": 1, anyOf: [{ allOf: [A] }, NULL] },
    [BESIDE_COMPOSITION],
  ],
  ["an exclusive minimum", { minimum: 1, exclusiveMinimum: true }, { exclusiveMinimum: 1 }],
  ["an exclusive maximum", { maximum: 1, exclusiveMaximum: true }, { exclusiveMaximum: 1 }],
  ["limits that are not exclusive", { minimum: 0, exclusiveMinimum: false, maximum: 9 }, { minimum: 0, maximum: 9 }],
  ["a limit of zero", { minimum: 0, exclusiveMinimum: true }, { exclusiveMinimum: 0 }],
  ["an example", { type: "string", example: "a" }, { type: "string", examples: ["a"] }],
  ["an example of null", { example: null }, { examples: [null] }],
  [
    "properties called like keywords",
    { properties: { nullable: { type: "string", nullable: true }, example: { example: 1 }, $ref: { type: "string" } } },
    { properties: { nullable: { type: ["string", "null"] }, example: { examples: [1] }, $ref: { type: "string" } } },
  ],
  [
    "subschemas at every depth",
    { items: { additionalProperties: { anyOf: [{ type: "integer", nullable: true }] } } },
    { items: { additionalProperties: { anyOf: [{ type: ["integer", "null"] }] } } },
  ],
];

describe("a schema of OpenAPI 3.0", () => {
  it.each(table)("is upgraded with %s", (_, given, want, messages = []) => {
    const before = structuredClone(given);
    const { schema, diagnostics } = upgraded(given, "#/a");
    expect(schema).toEqual(want);
    expect(diagnostics).toMatchObject(
      messages.map((message) => ({ message, pointer: expect.stringMatching(/^#\/a\b/), severity: "info" })),
    );
    expect(given).toEqual(before);
  });

  it("is said to be upgraded where it is", () => {
    const { diagnostics } = upgraded({ properties: { "a/b": { ...A, nullable: true } } }, "#/s");
    expect(diagnostics.map(({ pointer }) => pointer)).toEqual(["#/s/properties/a~1b"]);
  });
});

function upgraded(given: Schema, at: string) {
  const upgrading = new Upgrading({}, "3.0", { placeOf: () => ({ file: "test.yaml", line: 1, column: 1 }) });
  return { schema: upgradeSchema(upgrading, given, at), diagnostics: upgrading.diagnostics };
}
