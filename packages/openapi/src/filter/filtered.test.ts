import { join, relative } from "node:path";
import { tempFolder } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { formatDiagnostics } from "../diagnostics/report.ts";
import type { Filter } from "../document/document.ts";
import { readDocument } from "../document/read.ts";
import { examineDocument } from "../lint/lint.ts";
import { filterOf } from "../testing/filtered.ts";
import { filterDocument } from "./filtered.ts";

describe("what is said of a document", () => {
  /** A document in files, after a filter, and what is said of it. */
  async function read(files: Readonly<Record<string, string>>, filter: Partial<Filter>) {
    const folder = await tempFolder(files);
    const reading = await readDocument(join(folder, "api.yaml"));
    const { document, diagnostics } = filterDocument(reading, filterOf(filter));
    if (document === undefined) throw new Error(formatDiagnostics(diagnostics).join("\n"));
    const { diagnostics: examined } = await examineDocument(document, diagnostics);
    return formatDiagnostics(examined.map((one) => ({ ...one, file: relative(folder, one.file) })));
  }
  const response = 'responses: { "200": { description: OK';

  it("is not what concerns parts that are gone, mistakes included", async () => {
    const text = `openapi: 3.1.0
info: { title: T, version: "1" }
paths:
  /a:
    get: { operationId: a, x: 1, ${response}, content: { application/json: { schema: { $ref: "#/components/schemas/A" } } } } } }
  /b:
    get: { operationId: b, y: 1, ${response}, content: { application/json: { schema: { $ref: "#/components/schemas/None" } } } } } }
components:
  schemas:
    A: { propertis: {} }
    B: { $ref: "#/components/schemas/B", requird: [a] }
`;
    expect(await read({ "api.yaml": text }, { include: ["a"] })).toEqual([
      "api.yaml:5:28 unknown-field warning: x is no field of an Operation Object, so nothing reads it; correct its name, or begin it with x-",
      "api.yaml:10:10 unknown-keyword warning: propertis is no keyword of JSON Schema, so no value is held to it; correct its name, or remove it",
    ]);
    const said = await read({ "api.yaml": text }, { include: ["b"] });
    expect(said.map((line) => line.split(" ", 2).join(" "))).toEqual([
      "api.yaml:7:28 unknown-field",
      expect.stringMatching(/^api.yaml:7:\d+ reference$/),
    ]);
  });

  it("leads to the text of an older version", async () => {
    const text = `swagger: "2.0"
info: { title: T, version: "1" }
produces: [application/json]
paths:
  /a:
    post:
      operationId: a
      parameters: [{ $ref: "#/parameters/Body" }]
      ${response}, schema: { $ref: "#/definitions/A" } } }
  /b: { get: { operationId: b, z: 1, parameters: [{ $ref: "#/parameters/B" }], ${response} } } } }
parameters:
  Body: { name: body, in: body, schema: { $ref: "#/definitions/A" }, y: 1 }
  B: { name: b, in: query, type: string, y: 1 }
definitions:
  A: { type: object, w: 1 }
  B: { type: object, w: 1 }
`;
    const said = await read({ "api.yaml": text }, { include: ["a"] });
    expect(said.map((line) => line.split(" ", 2).join(" "))).toEqual([
      "api.yaml:12:70 unknown-field",
      "api.yaml:15:22 unknown-field",
    ]);
  });

  it("is what concerns a file that a kept part stands in", async () => {
    const files = {
      "api.yaml": `openapi: 3.0.3
info: { title: T, version: "1" }
paths:
  /a: { $ref: paths/a.yaml }
  /b: { $ref: paths/b.yaml }
`,
      "paths/a.yaml": `get: { operationId: a, ${response}, content: { application/json: { schema: { $ref: "none.yaml" } } } } } }\n`,
      "paths/b.yaml": `get: { operationId: b, ${response}, content: { application/json: { schema: { $ref: "none.yaml" } } } } } }\n`,
    };
    const said = await read(files, { include: ["a"] });
    expect(said).toEqual([expect.stringMatching(/^paths\/a.yaml:1:\d+ reference .*: no such file$/)]);
  });
});
