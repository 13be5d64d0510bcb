import { describe, expect, it } from "vitest";
import { checksOf } from "../testing/checks.ts";
import { modelOf } from "../testing/documents.ts";

const ref = (name: string): { $ref: string } => ({ $ref: `#/components/schemas/${name}` });
const kind = { type: "object", required: ["kind"], properties: { kind: { type: "string" } } };
const discriminator = { propertyName: "kind", mapping: { a: "A", b: ref("B").$ref } };

describe("a schema that lists the variants that build on it", () => {
  const Parent = { ...kind, oneOf: [ref("A"), ref("B")], discriminator };
  const A = { allOf: [ref("Parent"), { properties: { x: { type: "integer" } }, required: ["x"] }] };
  const B = { ...ref("Parent"), properties: { y: { type: "integer" } } };

  it("is checked by variant, and each variant by what the schema says apart from the list", async () => {
    const { strictChecks } = await checksOf({ schemas: { Parent, A, B } });
    const codes = (schema: string, value: unknown) =>
      strictChecks(schema, value).map(({ path, code }) => `${path.join("/")} ${code}`);
    expect(codes("Parent", { kind: "a", x: 1 })).toEqual([]);
    expect(codes("Parent", { kind: "b", y: 1 })).toEqual([]);
    expect(codes("Parent", { kind: "a" })).toEqual(["x required"]);
    expect(codes("Parent", { kind: "c", x: 1 })).toEqual(["kind discriminator"]);
    expect(codes("A", { x: 1 })).toEqual(["kind required"]);
    expect(codes("A", { kind: "whatever", x: 1 })).toEqual([]);
    expect(codes("B", { kind: "b", y: "" })).toEqual(["y type"]);
  });

  it("is named as repaired", async () => {
    const { repairs } = await modelOf({ schemas: { Parent, A, B } });
    const kind = "allOf of a schema that lists this one by oneOf or anyOf, taken without the list";
    expect(repairs).toEqual([
      { kind, pointer: "#/components/schemas/A" },
      { kind, pointer: "#/components/schemas/B" },
    ]);
  });

  it("may list them by way of others", async () => {
    const Middle = { allOf: [ref("Parent"), { properties: { m: { const: 1 } } }] };
    const Leaf = { allOf: [ref("Middle"), { required: ["leaf"] }] };
    const { strictChecks } = await checksOf({ schemas: { Parent: { ...kind, anyOf: [ref("Leaf")] }, Middle, Leaf } });
    expect(strictChecks("Leaf", { kind: "a", m: 2 }).map(({ code }) => code)).toEqual(["const", "required"]);
  });
});

it.each<[string, Record<string, object>, string]>([
  ["by allOf", { A: { allOf: [ref("A"), { type: "object" }] } }, "A"],
  ["by way of another union", { A: { anyOf: [ref("B"), {}] }, B: { oneOf: [ref("A"), { type: "null" }] } }, "A"],
  ["by not", { A: { type: "object", not: ref("A") } }, "A"],
  ["by dependentSchemas", { A: { dependentSchemas: { a: ref("A") } } }, "A"],
])("a schema that contains itself %s alone is refused at its place", async (_, schemas, name) => {
  await expect(modelOf({ schemas })).rejects.toThrow(
    new RegExp(`test.yaml:\\d+:7 circular-schema ${name} contains itself`),
  );
});

it.each<[string, Record<string, object>]>([
  ["a property", { A: { properties: { a: ref("A") } } }],
  ["an item", { A: { items: ref("A") } }],
  ["any property", { A: { additionalProperties: { anyOf: [ref("A"), {}] } } }],
])("a schema that contains itself in %s is not", async (_, schemas) => {
  await expect(modelOf({ schemas })).resolves.toMatchObject({ repairs: [] });
});
