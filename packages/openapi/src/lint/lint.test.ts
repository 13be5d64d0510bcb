import { join } from "node:path";
import { documentText, tempFolder } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { MANY, manySchemas, randomRefs, refTo } from "../testing/many-schemas.ts";
import { lintDocument } from "./lint.ts";

const HEAD = `openapi: 3.1.0
info: { title: T, version: "1", license: { name: MIT, identifier: MIT } }
servers: [{ url: "https://example.org" }]
security: []
`;

async function lint(rest: string, head = HEAD): Promise<readonly Diagnostic[]> {
  const folder = await tempFolder({ "api.yaml": head + rest });
  return (await lintDocument(join(folder, "api.yaml"))).diagnostics;
}

async function rulesOf(rest: string, head = HEAD): Promise<readonly (readonly [string, number])[]> {
  return (await lint(rest, head)).map(({ rule, line }) => [rule, line] as const);
}

describe("what is said of a document", () => {
  it("is all that is wrong with it, whoever finds it, at the places where it is wrong", async () => {
    const found = await lint(`paths:
  /a?b:
    get:
      operationId: A
      parameters: [{ name: x, in: query, schema: { type: int32 } }, { name: y, in: query, schema: { type: String } }]
      responses: { "200": { description: Done., content: { application/json: { schema: { anyOf: [] } } } } }
components:
  schemas:
    B: { type: bool }
    C: { $ref: "#/nowhere" }
    D: { pattern: "^(a|a)*$", $ref: "#/elsewhere" }
`);
    const rules = ["path", "reference", "runaway-pattern", "no-unused-components", "path-not-include-query"];
    for (const rule of rules) expect(found).toContainEqual(expect.objectContaining({ rule }));
    const wrong = found.filter(({ rule }) => rule === "structure").map(({ line, received }) => [line, received]);
    expect(wrong).toEqual([
      [9, '"int32"'],
      [9, '"String"'],
      [10, "[]"],
      [13, '"bool"'],
    ]);
    expect(found.map(({ line }) => line)).toEqual(found.map(({ line }) => line).toSorted((a, b) => a - b));
  });

  it("is, of a reference that leads nowhere, one thing", async () => {
    const schemas = `paths: {}\ncomponents:\n  schemas:\n    A: { items: { $ref: "#/nowhere" } }\n`;
    const found = await rulesOf(schemas);
    expect(found.filter(([rule]) => rule !== "no-unused-components")).toEqual([["reference", 8]]);
  });

  it("is nothing of references by names, which Redocly cannot follow", async () => {
    const found = await rulesOf(`paths: {}
components:
  schemas:
    A: { $anchor: a, properties: { b: { $ref: "#b" } } }
    B: { $anchor: b, properties: { a: { $ref: "#a" }, c: { $ref: "https://a.example/c" } } }
    C: { $id: "https://a.example/c" }
`);
    expect(found.filter(([rule]) => rule !== "no-unused-components")).toEqual([]);
  });

  it("is what a mapping names that is not there", async () => {
    const union = `{ discriminator: { propertyName: p, mapping: { b: "#/components/schemas/B" } }, oneOf: [{ $ref: "#/components/schemas/A" }] }`;
    const found = await rulesOf(`paths: {}\ncomponents:\n  schemas:\n    A: { type: object }\n    U: ${union}\n`);
    expect(found).toContainEqual(["no-unresolved-refs", 9]);
  });
});

it("nothing is said of a file that cannot be read but that", async () => {
  const folder = await tempFolder({ "api.yaml": "a: [\n" });
  expect(await lintDocument(join(folder, "api.yaml"))).toMatchObject({
    document: undefined,
    diagnostics: [{ rule: "syntax" }],
  });
});

describe("a document of 5,000 schemas", { timeout: 60_000 }, () => {
  const random = randomRefs();
  it.each<[string, (index: number) => object]>([
    ["in a chain of properties", (i) => ({ type: "object", properties: { next: refTo(i + 1) } })],
    ["in a chain of references", (i) => (i + 1 === MANY ? { type: "string" } : refTo(i + 1))],
    [
      "with four references each, to any",
      () => ({ properties: { a: random(), b: random(), c: random(), d: random() } }),
    ],
  ])("%s, is linted in seconds", async (_, of) => {
    const content = { "application/json": { schema: refTo(0) } };
    const paths = { "/a": { get: { operationId: "A", responses: { 200: { description: "Done.", content } } } } };
    const found = await lint(documentText({ security: [], paths, schemas: manySchemas(of) }), "");
    expect(found.filter(({ rule }) => rule !== "no-unused-components")).toEqual([]);
  });
});
