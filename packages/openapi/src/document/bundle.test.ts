import { join } from "node:path";
import { tempFolder } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { valueAt } from "../json/json-pointer.ts";
import { buildModel } from "../model/build-model.ts";
import { type Reading, readDocument } from "./read.ts";

const root = (version: string, schemas: string): string =>
  `openapi: ${version}\ninfo: { title: T, version: '1' }\npaths: {}\ncomponents:\n  schemas:\n${schemas}`;

async function reading(files: Readonly<Record<string, string>>): Promise<Reading> {
  return readDocument(join(await tempFolder(files), "api.yaml"));
}

describe("a name of another file", () => {
  it.each([
    ["a slash", "C/d", "#/C~1d"],
    ["a tilde", "C~d", "#/C~0d"],
    ["a tilde that looks like an escape", "C~1d", "#/C~01d"],
    ["a percent sign", "100%", "#/100%25"],
    ["a percent sign that looks like an escape", "a%20b", "#/a%2520b"],
    ["all of them", "/a~%2F", "#/~1a~0%252F"],
    ["brackets and a space", "Page<A b>", "#/Page%3CA%20b%3E"],
  ])("may have %s", async (_what, name, ref) => {
    const { document, diagnostics } = await reading({
      "api.yaml": root(
        "3.1.0",
        `    A: { $ref: 'parts.yaml#/A' }\n    B: { $ref: ${JSON.stringify(`parts.yaml${ref}`)} }\n`,
      ),
      "parts.yaml": `A: { properties: { a: { $ref: ${JSON.stringify(ref)} } } }\n${JSON.stringify(name)}: { type: integer }\n`,
    });
    expect(diagnostics).toEqual([]);
    expect(valueAt(document?.root, ["components", "schemas", name])).toEqual({ type: "integer" });
    const built = document && buildModel(document);
    expect(built?.diagnostics).toEqual([]);
    expect(built?.model.schemaNamed(name)).toMatchObject({ schema: { type: "integer" } });
    expect(document?.placeOf(built?.model.schemaNamed(name)?.pointer ?? "")).toMatchObject({ line: 2 });
  });

  it("stays apart from one of the document, whose references stay its own", async () => {
    const { document } = await reading({
      "api.yaml": root(
        "3.1.0",
        "    A: { $ref: 'parts.yaml#/A' }\n    C/d: { type: string }\n    'a b': { type: string }\n    E: { allOf: [{ $ref: '#/components/schemas/C~1d' }, { $ref: '#/components/schemas/a%20b' }] }\n",
      ),
      "parts.yaml":
        "A: { allOf: [{ $ref: '#/C~1d' }, { $ref: '#/a%2520b' }] }\nC/d: { type: integer }\na%20b: { type: integer }\n",
    });
    const model = document && buildModel(document).model;
    const typesOf = (name: string): unknown => model?.schemaNamed(name)?.schema;
    expect(typesOf("C/d")).toEqual({ type: "string" });
    expect(typesOf("C/d-2")).toEqual({ type: "integer" });
    const refs = (...names: string[]): object => ({
      allOf: names.map(($ref) => ({ $ref: `#/components/schemas/${$ref}` })),
    });
    expect(typesOf("A")).toEqual(refs("C~1d-2", "a%2520b"));
    expect(typesOf("E")).toEqual(refs("C~1d", "a%20b"));
  });

  it("is followed in the mapping of a discriminator", async () => {
    const { document } = await reading({
      "api.yaml": root("3.1.0", "    A: { $ref: 'parts.yaml#/A' }\n"),
      "parts.yaml":
        "A:\n  oneOf: [{ $ref: '#/C~1d' }]\n  discriminator: { propertyName: k, mapping: { c: '#/C~1d' } }\nC/d: { type: object }\n",
    });
    expect(valueAt(document?.root, ["components", "schemas", "A", "discriminator", "mapping"])).toEqual({
      c: "#/components/schemas/C~1d",
    });
  });
});

describe("a version without its last part, in a document of several files", () => {
  it.each(['"3.0"', "3.0", "3", '"3.1"', "3.1", '"3.0."', "3.0.3"])("%s is read", async (version) => {
    const files = { "api.yaml": root(version, "    A: { $ref: part.yaml }\n"), "part.yaml": "type: object\n" };
    const { document, diagnostics } = await reading(files);
    expect(diagnostics).toEqual([]);
    expect(document?.written.version).toBe(version.includes("3.1") ? "3.1" : "3.0");
  });
});

it("comments in a part in JSON are refused at their place in it", async () => {
  const files = {
    "api.yaml": root("3.1.0", "    A: { $ref: 'part.json#/A' }\n"),
    "part.json": '{\n  // Of the old system.\n  "A": { "type": "object" }\n}\n',
  };
  const { diagnostics } = await reading(files);
  expect(diagnostics).toMatchObject([
    { rule: "reference", line: 6, message: expect.stringMatching(/part\.json:2:3$/) },
    { rule: "syntax", line: 2, column: 3, message: expect.stringMatching(/^JSON has no comments/) },
  ]);
});
