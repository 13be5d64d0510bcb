import { createServer } from "node:http";
import { join } from "node:path";
import { tempFolder, writeFiles } from "@earmark/testing";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Document } from "./document.ts";
import { expectDocument, readDocument } from "./read.ts";
import { otherFiles } from "./references.ts";

const MINIMAL = "openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: {}\n";
const withSchema = (ref: string): string =>
  `${MINIMAL}components:\n  schemas:\n    A:\n      type: object\n      properties:\n        b:\n          $ref: ${JSON.stringify(ref)}\n`;

describe("a reference to an example that does not exist", () => {
  const paths = (ref: string): string =>
    `openapi: 3.1.0\ninfo: { title: T, version: "1" }\npaths:\n  /a:\n    get:\n      responses:\n        "200":\n          description: A.\n          content:\n            text/plain:\n              examples:\n                a: { $ref: ${JSON.stringify(ref)} }\n`;

  it.each([
    ["in the document", "#/components/examples/A", /^#\/components\/examples\/A does not exist/],
    ["in another file", "./examples.yaml#/A", /examples\.yaml/],
  ])("%s is a warning, since nothing is generated from it", async (_, ref, message) => {
    const folder = await tempFolder({ "api.yaml": paths(ref) });
    const { document, diagnostics } = await readDocument(join(folder, "api.yaml"));
    expect(document).toBeDefined();
    expect(diagnostics).toMatchObject([{ line: 12, severity: "warning", rule: "reference" }]);
    expect(diagnostics[0]?.message).toMatch(message);
  });
});

describe("the other files of a document", () => {
  it("are those that references and discriminators name, each once, without what is in them", () => {
    const root = {
      components: {
        schemas: {
          A: {
            properties: { b: { $ref: "b.yaml#/B" }, c: { $ref: "b.yaml#/C" }, d: { $ref: "#/components/schemas/E" } },
          },
          E: {
            discriminator: { propertyName: "kind", mapping: { f: "./f.json", a: "#/components/schemas/A", e: "E" } },
          },
          G: { $ref: "https://example.com/g.json" },
        },
      },
    };
    expect(otherFiles(root)).toEqual(["b.yaml", "https://example.com/g.json", "./f.json"]);
  });

  it("are none where what looks like one is a schema in it, or data", () => {
    const schemas = {
      A: { $id: "https://example.com/a" },
      B: { $ref: "https://example.com/a", example: { $ref: "x" } },
    };
    expect(otherFiles({ components: { schemas } })).toEqual([]);
  });
});

describe("a reference to another file", () => {
  const shared = "type: string\nmaxLength: 3\n";

  it("is bundled under the name of the file", async () => {
    const folder = await tempFolder({ "api.yaml": withSchema("./shared.yaml"), "shared.yaml": shared });
    const { root } = await documentAt(join(folder, "api.yaml"));
    expect(root).toMatchObject({
      components: {
        schemas: {
          A: { properties: { b: { $ref: "#/components/schemas/shared" } } },
          shared: { type: "string", maxLength: 3 },
        },
      },
    });
  });

  it("that leads nowhere in it is named", async () => {
    const folder = await tempFolder({ "api.yaml": withSchema("./shared.yaml#/nowhere"), "shared.yaml": shared });
    expect(await problemsOf(join(folder, "api.yaml"))).toMatchObject([
      { line: 10, rule: "reference", message: "Can't resolve $ref ./shared.yaml#/nowhere: there is no such place" },
    ]);
  });

  it("makes the hash depend on that file too", async () => {
    const folder = await tempFolder({ "api.yaml": withSchema("./shared.yaml"), "shared.yaml": shared });
    const hash = async (): Promise<string> => (await documentAt(join(folder, "api.yaml"))).sha256;
    const before = await hash();
    expect(await hash()).toBe(before);
    await writeFiles(folder, { "unrelated.yaml": "a: 1" });
    expect(await hash()).toBe(before);
    await writeFiles(folder, { "shared.yaml": `${shared}# changed\n` });
    expect(await hash()).not.toBe(before);
  });

  it("keeps the place of everything in it", async () => {
    const shared = `info: 1\ncomponents:\n  schemas:\n    Text:\n      type: string\n      pattern: "("\n`;
    const folder = await tempFolder({
      "api.yaml": withSchema("./parts/shared.yaml#/components/schemas/Text"),
      "parts/shared.yaml": shared,
    });
    const { placeOf } = await documentAt(join(folder, "api.yaml"));
    expect(placeOf("#/components/schemas/Text/pattern")).toMatchObject({
      file: join(folder, "parts/shared.yaml"),
      line: 6,
      column: 7,
    });
    expect(placeOf("#/components/schemas/A/properties/b")).toMatchObject({
      file: join(folder, "api.yaml"),
      line: 9,
    });
  });

  it("may have closing brackets that are not indented in that file", async () => {
    const folder = await tempFolder({ "api.yaml": withSchema("./shared.yaml"), "shared.yaml": "enum: [\n  a\n]\n" });
    const { root } = await documentAt(join(folder, "api.yaml"));
    expect(root).toMatchObject({ components: { schemas: { shared: { enum: ["a"] } } } });
  });

  it("that is a whole path item keeps its places", async () => {
    const folder = await tempFolder({
      "api.yaml": MINIMAL.replace("paths: {}", 'paths:\n  /a:\n    $ref: "./a.yaml"'),
      "a.yaml": "# A.\nget:\n  responses:\n    '200':\n      description: 1\n",
    });
    const { placeOf } = await documentAt(join(folder, "api.yaml"));
    expect(placeOf("#/paths/~1a/get/responses/200/description")).toMatchObject({
      file: join(folder, "a.yaml"),
      line: 5,
      column: 7,
    });
  });

  it("that leads in a cycle is refused at its place", async () => {
    const folder = await tempFolder({
      "api.yaml": withSchema("./b.yaml"),
      "b.yaml": "# B.\n$ref: ./c.yaml\n",
      "c.yaml": '$ref: "./b.yaml"\n',
    });
    expect(await problemsOf(join(folder, "api.yaml"))).toMatchObject([
      {
        file: join(folder, "api.yaml"),
        line: 10,
        column: 11,
        message: expect.stringMatching(/^\.\/b\.yaml leads back to itself/),
      },
    ]);
  });

  it("that leads in a cycle hides nothing else", async () => {
    const folder = await tempFolder({
      "api.yaml": `${withSchema("./b.yaml")}    Other: { $ref: "./c.yaml" }\n    Own: { $ref: "#/components/schemas/Own" }\n    No: { $ref: ./no.yaml }\n    Bad: { $ref: ./bad.yaml }\n`,
      "b.yaml": "# B.\n$ref: ./c.yaml\n",
      "c.yaml": '$ref: "./b.yaml"\n',
      "bad.yaml": "type: [1,\n",
    });
    const { document, diagnostics } = await readDocument(join(folder, "api.yaml"));
    expect(diagnostics).toMatchObject([
      { line: 10, message: expect.stringContaining("./b.yaml leads back to itself") },
      { line: 12, message: expect.stringContaining("#/components/schemas/Own leads back to itself") },
      { line: 13, message: expect.stringContaining("no such file") },
      { line: 14, message: expect.stringContaining(`at ${join(folder, "bad.yaml")}:2:1`) },
      {
        file: join(folder, "bad.yaml"),
        line: 2,
        column: 1,
        rule: "syntax",
        message: expect.not.stringContaining(" in "),
      },
    ]);
    expect(document?.root).toHaveProperty("components");
  });

  it("is reported where that file is wrong", async () => {
    const folder = await tempFolder({ "api.yaml": withSchema("./shared.yaml"), "shared.yaml": "type: [1,\n" });
    expect(await problemsOf(join(folder, "api.yaml"))).toMatchObject([
      { file: join(folder, "api.yaml"), line: 10 },
      { file: join(folder, "shared.yaml"), line: 2, column: 1 },
    ]);
  });
});

it("a reference to the network is refused, and nobody is asked", async () => {
  let asked = 0;
  const server = createServer((_, response) => {
    asked++;
    response.end("type: string");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  for (const [ref, message] of [
    [`http://127.0.0.1:${port}/a.yaml`, /is on the network; save it beside the document/],
    [`HTTP://127.0.0.1:${port}/a.yaml`, /./],
    [`//127.0.0.1:${port}/a.yaml`, /./],
  ] as const) {
    const folder = await tempFolder({ "api.yaml": withSchema(ref) });
    const problems = await problemsOf(join(folder, "api.yaml"));
    expect(problems).toMatchObject([{ line: 10, column: 11, rule: "reference" }]);
    expect(problems[0]?.message).toMatch(message);
  }
  expect(asked).toBe(0);
});

async function problemsOf(path: string): Promise<readonly Diagnostic[]> {
  return (await readDocument(path)).diagnostics;
}

async function documentAt(path: string): Promise<Document> {
  return expectDocument(await readDocument(path));
}
