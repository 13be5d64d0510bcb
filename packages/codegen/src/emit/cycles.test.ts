import { describe, expect, it } from "vitest";
import { checksOf } from "../testing/checks.ts";
import { readingOf } from "../testing/documents.ts";

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

  it("is named", async () => {
    const { diagnostics } = await readingOf({ schemas: { Parent, A, B } });
    const message = "allOf of a schema that lists this one by oneOf or anyOf, taken without the list";
    expect(diagnostics).toMatchObject([
      { rule: "variant-cycle", severity: "info", message, pointer: "#/components/schemas/A" },
      { rule: "variant-cycle", severity: "info", message, pointer: "#/components/schemas/B" },
    ]);
  });

  it("may list them by way of others", async () => {
    const Middle = { allOf: [ref("Parent"), { properties: { m: { const: 1 } } }] };
    const Leaf = { allOf: [ref("Middle"), { required: ["leaf"] }] };
    const { strictChecks } = await checksOf({ schemas: { Parent: { ...kind, anyOf: [ref("Leaf")] }, Middle, Leaf } });
    expect(strictChecks("Leaf", { kind: "a", m: 2 }).map(({ code }) => code)).toEqual(["const", "required"]);
  });
});

it.each<[string, Record<string, object>, Record<string, object>]>([
  ["by allOf", { A: { allOf: [ref("A"), { type: "object" }], maxProperties: 1 } }, { A: { maxProperties: 1 } }],
  [
    "by way of another union",
    { A: { anyOf: [ref("B"), {}] }, B: { oneOf: [ref("A"), { type: "null" }] }, C: { allOf: [ref("A")] } },
    { A: {}, B: {} },
  ],
  ["by not", { A: { type: "object", not: ref("A") } }, { A: { type: "object" } }],
  ["by dependentSchemas", { A: { dependentSchemas: { a: ref("A") } } }, { A: {} }],
])("a schema that contains itself %s alone is read without that, and named", async (_, schemas, wanted) => {
  const { model, diagnostics } = await readingOf({ schemas });
  expect(Object.fromEntries(model.schemas.map(({ name, schema }) => [name, schema]))).toMatchObject(wanted);
  expect(diagnostics).toMatchObject(
    Object.keys(wanted).map((name) => ({
      rule: "circular-schema",
      severity: "warning",
      pointer: `#/components/schemas/${name}`,
      message: expect.stringMatching(`^${name} (contains itself|is a member of itself)`),
    })),
  );
});

it.each<[string, Record<string, object>]>([
  ["a property", { A: { properties: { a: ref("A") } } }],
  ["an item", { A: { items: ref("A") } }],
  ["any property", { A: { additionalProperties: { anyOf: [ref("A"), {}] } } }],
])("a schema that contains itself in %s is not", async (_, schemas) => {
  expect((await readingOf({ schemas })).diagnostics).toEqual([]);
});
