import { mkdir, writeFile } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { setTimeout } from "node:timers/promises";
import { tempFolder } from "@earmark/testing";
import { describe, expect, it, vi } from "vitest";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Document } from "./document.ts";
import { expectDocument, readDocument } from "./read.ts";

const MINIMAL = "openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: {}\n";
const withSchema = (ref: string): string =>
  `${MINIMAL}components:\n  schemas:\n    A:\n      type: object\n      properties:\n        b:\n          $ref: ${JSON.stringify(ref)}\n`;

describe("a document", () => {
  it.each([
    [
      "a YAML syntax error",
      "api.yaml",
      "openapi: 3.1.0\ninfo: [1, 2\npaths: {}\n",
      3,
      1,
      "syntax",
      /^deficient indentation$/,
    ],
    ["a JSON syntax error", "api.json", '{\n  "openapi": "3.1.0",\n  "info": {,\n}\n', 3, 12, "syntax", /./],
    ["a key twice", "api.yaml", "openapi: 3.1.0\nopenapi: 3.0.0\n", 2, 1, "syntax", /duplicat/],
    ["nothing", "api.yaml", "", 1, 1, "structure", /expected an object/],
    ["a list", "api.yaml", "- openapi: 3.1.0\n", 1, 1, "structure", /expected an object/],
    ["a text", "api.yaml", "hello\n", 1, 1, "structure", /expected an object/],
    ["Swagger 1.2", "api.yaml", "swagger: '1.2'\n", 1, 1, "version", /received `swagger: "1.2"`; convert/],
    ["OpenAPI 2.9", "api.yaml", "openapi: 2.9.0\n", 1, 1, "version", /received `openapi: "2.9.0"`/],
    ["OpenAPI 4.0", "api.yaml", "openapi: 4.0.0\n", 1, 1, "version", /received `openapi: "4.0.0"`/],
    ["a version that is a number", "api.yaml", "openapi: 3.3\n", 1, 1, "version", /received `openapi: 3.3`/],
    ["a bracket that nothing opens", "api.yaml", "openapi: 3.1.0\n]\n", 2, 1, "syntax", /./],
    ["a bracket that is never closed", "api.yaml", "openapi: [\n  3,\n", 3, 1, "syntax", /./],
    ["no version", "api.yaml", "info: {}\n", 1, 1, "version", /received `openapi: nothing`/],
    [
      "a cycle of references",
      "api.yaml",
      `${withSchema("#/components/schemas/B")}    B:\n      $ref: "#/components/schemas/C"\n    C: { $ref: "#/components/schemas/B" }\n`,
      10,
      11,
      "reference",
      /^#\/components\/schemas\/B refers to itself, by #\/components\/schemas\/C; one of them/,
    ],
    [
      "a key twice in JSON",
      "api.json",
      '{\n  "openapi": "3.1.0",\n  "a": { "\\"b\\": 1": { "c": 1,\n    "c": 2 } } }\n',
      4,
      6,
      "syntax",
      /duplicat/,
    ],
    ["several YAML documents", "api.yaml", `${MINIMAL}---\n${MINIMAL}`, 1, 1, "syntax", /^expected one YAML document/],
    ["a reference to a missing file", "api.yaml", withSchema("./nowhere.yaml"), 10, 11, "reference", /nowhere\.yaml/],
  ])("with %s is refused with one problem at its place", async (_, name, text, line, column, rule, message) => {
    const folder = await tempFolder({ [name]: text });
    const problems = await problemsOf(join(folder, name));
    expect(problems).toMatchObject([{ file: join(folder, name), line, column, rule, severity: "error" }]);
    expect(problems[0]?.message).toMatch(message);
    expect(problems[0]?.message).not.toContain("\n");
  });

  it.each([
    ["to nothing", "#/components/schemas/Nowhere", /^#\/components\/schemas\/Nowhere does not exist; check/],
    ["to the start of a word", "#A", /^#A does not exist/],
    ["with a percent sign that encodes nothing", "#/a%b", /^#\/a%b does not/],
  ])("with a reference %s is read without it, with a warning at its place", async (_, ref, message) => {
    const folder = await tempFolder({ "api.yaml": withSchema(ref) });
    const { document, diagnostics } = await readDocument(join(folder, "api.yaml"));
    expect(document).toBeDefined();
    expect(diagnostics).toMatchObject([{ line: 10, column: 11, rule: "reference", severity: "warning" }]);
    expect(diagnostics[0]?.message).toMatch(message);
  });

  it.each([
    ["a reference", "./b.yaml#/Nowhere", "A: {}\n", "api.yaml", /Can't resolve \$ref/],
    [
      "a discriminator",
      "./b.yaml#/C",
      "C: { discriminator: { propertyName: k, mapping: { b: '#/Nowhere' } } }\n",
      "b.yaml",
      /Can't resolve \$ref/,
    ],
  ])("in several files, with %s that leads nowhere, is read all the same", async (_, ref, part, file, message) => {
    const folder = await tempFolder({ "api.yaml": withSchema(ref), "b.yaml": part });
    const { document, diagnostics } = await readDocument(join(folder, "api.yaml"));
    expect(document).toBeDefined();
    for (const one of diagnostics) expect(one).toMatchObject({ rule: "reference", severity: "warning" });
    expect(diagnostics[0]).toMatchObject({ file: join(folder, file), message: expect.stringMatching(message) });
  });

  it("with a dangling reference in many places says so of each", async () => {
    const folder = await tempFolder({
      "api.yaml": `${withSchema("#/nowhere")}    B: { items: { $ref: "#/nowhere" } }\n    C: { $ref: "#/elsewhere" }\n`,
    });
    expect(await problemsOf(join(folder, "api.yaml"))).toMatchObject([
      { line: 10, message: "#/nowhere does not exist; check how it is spelled" },
      { line: 11, message: "#/nowhere does not exist; check how it is spelled" },
      { line: 12, message: "#/elsewhere does not exist; check how it is spelled" },
    ]);
  });

  it("says all that is wrong with it at once, in the order of the files", async () => {
    const folder = await tempFolder({
      "api.yaml": `${withSchema("#/nowhere")}    B: { items: { $ref: "./c.yaml" } }\n    C: { $ref: "#/elsewhere" }\n    D: { $ref: "./none.yaml" }\n`,
      "c.yaml": "type: [\n",
    });
    const { document, diagnostics } = await readDocument(join(folder, "api.yaml"));
    expect(document?.root).toHaveProperty("components.schemas.A");
    expect(diagnostics.map(({ file, line, rule }) => [relative(folder, file), line, rule])).toEqual([
      ["api.yaml", 10, "reference"],
      ["api.yaml", 11, "reference"],
      ["api.yaml", 12, "reference"],
      ["api.yaml", 13, "reference"],
      ["c.yaml", 2, "syntax"],
    ]);
  });

  it("says where its parts lead back to themselves, once for each cycle", async () => {
    const folder = await tempFolder({
      "api.yaml": `${withSchema("./b.yaml")}    B: { items: { $ref: "./d.yaml" } }\n`,
      "b.yaml": "$ref: ./c.yaml\n",
      "c.yaml": "$ref: ./b.yaml\n",
      "d.yaml": "# D.\n$ref: ./d.yaml\n",
    });
    const { document, diagnostics } = await readDocument(join(folder, "api.yaml"));
    expect(document).toBeDefined();
    expect(diagnostics).toMatchObject([{ line: 10 }, { line: 11 }]);
  });

  it("finds cycles in parts that have not been read when another cycle ends the bundling", async () => {
    const texts: Readonly<Record<string, string>> = {
      "/api.yaml": `${withSchema("./b.yaml")}    B: { items: { $ref: "./late.yaml" } }\n`,
      "/b.yaml": "$ref: ./c.yaml\n",
      "/c.yaml": "$ref: ./b.yaml\n",
      "/late.yaml": "properties: { d: { $ref: ./d.yaml } }\n",
      "/d.yaml": "# D.\n$ref: ./d.yaml\n",
    };
    const read = async (path: string): Promise<string> => {
      if (path === "/late.yaml") await setTimeout(100);
      return texts[path] ?? "";
    };
    const { document, diagnostics } = await readDocument("/api.yaml", "api.yaml", { read, display: basename });
    expect(document).toBeDefined();
    expect(diagnostics).toMatchObject([
      { file: "api.yaml", line: 10 },
      { file: "late.yaml", line: 1 },
    ]);
  });

  it("finds the place of what is wrong only when it is asked for", async () => {
    const placeOf = vi.fn(() => ({ file: "a.yaml", line: 2, column: 3 }));
    const one = diagnose("structure", { placeOf }, "#/a", "expected b");
    expect([one.rule, one.severity, placeOf.mock.calls]).toEqual(["structure", "error", []]);
    expect([one.file, one.line, one.column, placeOf.mock.calls]).toEqual(["a.yaml", 2, 3, [["#/a"]]]);
  });

  it.each([
    ["a property that is called $ref", "properties: { $ref: { type: string } }"],
    ["a response that is called default", 'properties: { default: { $ref: "#/components/schemas/A" } }'],
    ["an example with a property $ref", 'example: { $ref: "./nowhere.yaml" }'],
    ["a default with one", 'default: { a: [{ $ref: "#/nowhere" }] }'],
    ["an extension with one", 'x-a: { $ref: "#/nowhere" }'],
    ["a listed value with one", 'enum: [{ $ref: "#/nowhere" }]'],
    ["an anchor", '$anchor: here\n      properties: { a: { $ref: "#here" } }'],
    ["a reference to the schema that has an $id", '$id: https://a.example/a\n      properties: { a: { $ref: "#" } }'],
    ["one to a part of it", '$id: https://a.example/a\n      properties: { a: { $ref: "#/properties/b" }, b: {} }'],
    [
      "one that is relative to it",
      '$id: https://a.example/a\n      properties: { a: { $ref: "../a#/properties/b" }, b: {} }',
    ],
    [
      "one to a component within it",
      '$id: https://a.example/a\n      properties: { a: { $ref: "#/components/schemas/A" } }',
    ],
    ["an encoded reference", 'properties: { a: { $ref: "#/components/schemas/%41" } }'],
  ])("may have %s", async (_, schema) => {
    const folder = await tempFolder({ "api.yaml": `${MINIMAL}components:\n  schemas:\n    A:\n      ${schema}\n` });
    await expect(documentAt(join(folder, "api.yaml"))).resolves.toMatchObject({ written: { version: "3.1" } });
  });

  it.each([
    ["3.0", "3.0"],
    ["'3.0'", "3.0"],
    ["3.1", "3.1"],
    ["'3.1.1'", "3.1"],
  ])("of version %s is one of OpenAPI %s", async (written, version) => {
    const folder = await tempFolder({ "api.yaml": MINIMAL.replace("3.1.0", written) });
    expect(await documentAt(join(folder, "api.yaml"))).toMatchObject({ written: { version } });
  });

  it("with the lines of a text not indented is read", async () => {
    const folder = await tempFolder({ "api.yaml": `${MINIMAL}x-a:\n  - b: 'one\n\n  two\n  three'\n` });
    expect((await documentAt(join(folder, "api.yaml"))).root).toMatchObject({ "x-a": [{ b: "one\ntwo three" }] });
  });

  it("with closing brackets that are not indented is read, and keeps its places", async () => {
    const text = `${MINIMAL}x-a: {\n  "b": [\n  1\n],\n  "c": "}\n   ]"\n}\nx-d: |\n  {\n  }\nx-e: 1\n`;
    const folder = await tempFolder({ "api.yaml": text });
    const { root, placeOf, sha256 } = await documentAt(join(folder, "api.yaml"));
    expect(root).toMatchObject({ "x-a": { b: [1], c: "} ]" }, "x-d": "{\n}\n", "x-e": 1 });
    expect(placeOf("#/x-e")).toMatchObject({ line: 14, column: 1 });
    const indented = await tempFolder({ "api.yaml": text.replace("\n],", "\n  ],").replace("\n}\n", "\n  }\n") });
    expect(sha256).not.toBe((await documentAt(join(indented, "api.yaml"))).sha256);
  });

  it("in JSON is read like the same in YAML", async () => {
    const folder = await tempFolder({
      "api.yaml": MINIMAL,
      "api.json": '{"openapi":"3.1.0","info":{"title":"T","version":"1"},"paths":{}}',
    });
    const [yaml, json] = await Promise.all(["api.yaml", "api.json"].map((name) => documentAt(join(folder, name))));
    expect(json?.root).toEqual(yaml?.root);
  });

  it("that is not there, is a folder, or is no text, is refused by name", async () => {
    const folder = await tempFolder();
    await mkdir(join(folder, "openapi.yaml"));
    await writeFile(join(folder, "latin.yaml"), Buffer.from(`${MINIMAL}x-name: caf\xe9\n`, "latin1"));
    expect(await problemsOf(join(folder, "none.yaml"))).toMatchObject([
      { line: 1, column: 1, rule: "not-found", message: expect.stringContaining("no such file") },
    ]);
    expect(await problemsOf(join(folder, "openapi.yaml"))).toMatchObject([
      { line: 1, column: 1, rule: "not-a-file", message: expect.stringContaining("not a file") },
    ]);
    expect(await problemsOf(join(folder, "latin.yaml"))).toMatchObject([
      { line: 1, column: 1, rule: "not-text", message: expect.stringContaining("UTF-8") },
    ]);
  });

  it("is called after its file and hashed", async () => {
    const folder = await tempFolder({ "call-notes.yaml": MINIMAL });
    const document = expectDocument(await readDocument(join(folder, "call-notes.yaml"), "openapi/call-notes.yaml"));
    expect(document).toMatchObject({
      name: "call-notes",
      written: { version: "3.1" },
      origin: "openapi/call-notes.yaml",
    });
    expect(document.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it("finds the line and column of a JSON Pointer", async () => {
    const folder = await tempFolder({ "api.yaml": withSchema("#/components/schemas/A") });
    const document = await documentAt(join(folder, "api.yaml"));
    expect(document.placeOf("#/components/schemas/A/properties/b")).toMatchObject({ line: 9, column: 9 });
  });
});

async function problemsOf(path: string): Promise<readonly Diagnostic[]> {
  return (await readDocument(path)).diagnostics;
}

async function documentAt(path: string): Promise<Document> {
  return expectDocument(await readDocument(path));
}
