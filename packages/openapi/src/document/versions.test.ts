import { join } from "node:path";
import { tempFolder } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { formatDiagnostics } from "../diagnostics/report.ts";
import { examineDocument, lintDocument } from "../lint/lint.ts";
import { expectDocument, readDocument } from "./read.ts";

const HEAD = 'swagger: "2.0"\ninfo: { title: T, version: "1" }\nhost: a.example\nschemes: [https]\n';

/** What is said about a document of several files, the first of which it is, each place below the folder. */
async function said(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const folder = await tempFolder(files);
  const reading = await readDocument(join(folder, Object.keys(files)[0] ?? ""));
  const { diagnostics } = await examineDocument(expectDocument(reading), reading.diagnostics);
  const serious = diagnostics.filter(({ severity }) => severity !== "info");
  return formatDiagnostics(serious).map((line) => line.replaceAll(`${folder}/`, ""));
}

describe("a diagnostic about a document of Swagger 2.0", () => {
  it.each<[what: string, text: string, place: string, message: string]>([
    [
      "a parameter",
      "paths:\n  /a:\n    get:\n      parameters:\n      - name: b\n        in: query\n        type: string\n        minLength: x\n      responses: {}\n",
      "12:9",
      "expected a number",
    ],
    [
      "a parameter of a path",
      "paths:\n  /a:\n    parameters:\n    - name: b\n      in: query\n      type: array\n      items:\n        type: strin\n    get: { responses: {} }\n",
      "12:9",
      "expected a type",
    ],
    [
      "a body",
      "paths:\n  /a:\n    post:\n      parameters:\n      - name: c\n        in: query\n        type: string\n      - name: b\n        in: body\n        schema:\n          properties:\n            d:\n              pattern: '('\n      responses: {}\n",
      "17:15",
      "expected a regular expression",
    ],
    [
      "a shared body",
      "consumes: [a/b]\nparameters:\n  B:\n    name: b\n    in: body\n    schema:\n      maximum: x\npaths:\n  /a:\n    post:\n      parameters:\n      - $ref: '#/parameters/B'\n      responses: {}\n",
      "11:7",
      "expected a number",
    ],
    [
      "a form",
      "paths:\n  /a:\n    post:\n      parameters:\n      - name: b\n        in: formData\n        type: string\n        pattern: '('\n      responses: {}\n",
      "12:9",
      "expected a regular expression",
    ],
    [
      "a response",
      "paths:\n  /a:\n    get:\n      responses:\n        200:\n          schema:\n            items:\n              type: strin\n",
      "12:15",
      "expected a type",
    ],
    [
      "a shared response",
      "responses:\n  R:\n    schema:\n      type: strin\npaths:\n  /a:\n    get:\n      responses:\n        200:\n          $ref: '#/responses/R'\n",
      "8:7",
      "expected a type",
    ],
    [
      "a header",
      "paths:\n  /a:\n    get:\n      responses:\n        200:\n          headers:\n            H:\n              type: strin\n",
      "12:15",
      "expected a type",
    ],
    [
      "a definition",
      "paths: {}\ndefinitions:\n  A:\n    x-nullable: true\n    allOf:\n    - type: object\n      properties:\n        b:\n          type: strin\n",
      "13:11",
      "expected a type",
    ],
    [
      "an example",
      "paths: {}\ndefinitions:\n  A:\n    type: integer\n    example: b\n",
      "9:5",
      "example of another type",
    ],
    [
      "credentials",
      "paths:\n  /a:\n    get: { responses: {}, security: [{ a: [] }] }\nsecurityDefinitions:\n  a:\n    type: other\n",
      "9:3",
      "unsupported warning",
    ],
    [
      "a reference to nothing",
      "paths:\n  /a:\n    get:\n      responses:\n        200:\n          $ref: '#/responses/No'\n",
      "9:9",
      "reference warning",
    ],
    [
      "a collection format",
      "paths:\n  /a:\n    get:\n      parameters:\n      - name: b\n        in: header\n        type: array\n        items: { type: string }\n        collectionFormat: multi\n      responses: {}\n",
      "13:9",
      "expected collectionFormat",
    ],
  ])("is at its line and column: %s", async (_, text, place, message) => {
    const lines = await said({ "api.yaml": HEAD + text });
    expect(lines.filter((line) => line.includes(message))).toEqual([expect.stringContaining(`api.yaml:${place} `)]);
  });

  it("is in the file that its author wrote it in", async () => {
    const lines = await said({
      "api.yaml": `${HEAD}paths:\n  /a:\n    $ref: parts/paths.yaml#/a\n  /b:\n    post:\n      parameters:\n      - $ref: parts/parameters.yaml#/Body\n      - $ref: parts/parameters.yaml#/Tags\n      responses: { 404: { $ref: parts/responses.json#/Gone } }\n`,
      "parts/paths.yaml":
        "a:\n  get:\n    responses:\n      200:\n        schema: { $ref: 'schemas.yaml#/definitions/Pet~1s' }\n",
      "parts/parameters.yaml":
        "Body:\n  name: b\n  in: body\n  schema:\n    maximum: x\nTags:\n  name: t\n  in: query\n  type: array\n  items: { type: strang }\n",
      "parts/responses.json": '{\n  "Gone": {\n    "schema": { "type": "strong" }\n  }\n}\n',
      "parts/schemas.yaml":
        "definitions:\n  Pet/s:\n    properties:\n      owner: { $ref: '#/definitions/Owner' }\n  Owner:\n    type: string\n    x-nullable: true\n    minLength: y\n",
    });
    expect(lines.map((line) => line.split(" ")[0])).toEqual([
      "parts/parameters.yaml:5:5",
      "parts/parameters.yaml:10:12",
      "parts/responses.json:3:17",
      "parts/schemas.yaml:8:5",
    ]);
  });

  it("has the pointer of what was written, once for what two rules say", async () => {
    const text = `${HEAD}paths:\n  /a:\n    post:\n      parameters: [{ name: b, in: body, schema: { maximum: x } }]\n      responses: {}\n`;
    const folder = await tempFolder({ "api.yaml": text });
    const { diagnostics } = await lintDocument(join(folder, "api.yaml"));
    expect(diagnostics.filter(({ rule }) => /^struct/.test(rule)).map(({ pointer }) => pointer)).toEqual([
      "#/paths/~1a/post/parameters/0/schema/maximum",
    ]);
  });
});

describe("lint judges a document of Swagger 2.0 by the rules of 2.0:", () => {
  const paths = (operation: string): string =>
    `${HEAD}paths:\n  /a:\n    get: { operationId: a, security: [], ${operation} }\n`;
  const done = "responses: { 200: { description: d } }";

  it.each<[what: string, text: string, errors: readonly string[]]>([
    [
      "what is right",
      paths(
        "parameters: [{ name: b, in: query, type: number, maximum: 1.5 }], responses: { 200: { description: d, schema: { type: file } } }",
      ),
      [],
    ],
    ["a parameter without a type", paths(`parameters: [{ name: b, in: query }], ${done}`), ["struct"]],
    ["what 3.0 has", paths(`requestBody: {}, ${done}`), ["unknown-field"]],
    ["no paths", HEAD, ["struct"]],
  ])("%s", async (_, text, errors) => {
    const folder = await tempFolder({ "api.yaml": text });
    const { diagnostics } = await lintDocument(join(folder, "api.yaml"));
    expect(diagnostics.filter(({ severity }) => severity === "error").map(({ rule }) => rule)).toEqual(errors);
  });
});
