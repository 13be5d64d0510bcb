import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { documentOf } from "../testing/document-of.ts";
import { loadDocument } from "./load-document.ts";
import { readOperations } from "./read-operations.ts";

async function load(files: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), "earmark-document-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return loadDocument(join(folder, "main.yaml"), folder);
}

const operation = { responses: { "200": { description: "" } } };

describe("a document", () => {
  test("says where everything in it stands, in whichever file", async () => {
    const document = await load({
      "main.yaml":
        "a:\n  b: &anchor\n    - x\n    - y: 1\n  c: *anchor\n  '200':\n    d: {}\n  $ref: 'other.yaml#/~1p~0q'\n",
      "other.yaml": "first: 1\n/p~q:\n  deep: 2\n",
    });
    const at = (...keys: readonly string[]): string => keys.reduce((cursor, key) => cursor.at(key), document).source;
    expect(at("a", "b", "1", "y")).toBe("main.yaml:4");
    expect(at("a", "200", "d")).toBe("main.yaml:7");
    expect(at("a", "c", "1")).toBe("main.yaml:5");
    expect(at("a", "nothing", "there")).toBe("main.yaml:1");
    const followed = document.at("a").follow();
    expect([followed.source, followed.pointer, followed.at("deep").value]).toEqual([
      "other.yaml:2",
      "other.yaml#/~1p~0q",
      2,
    ]);
  });

  test.for([
    ["a: [", "main.yaml is not YAML: "],
    ["$ref: '#/nothing'", "main.yaml:1:  refers to #/nothing, where there is nothing."],
    ["$ref: 'https://example.com/x.yaml'", "refers to https://example.com/x.yaml, which is not a file beside it."],
    ["$ref: '#anchor'", "refers to #anchor, which is no pointer."],
    ["a:\n  $ref: '#/a'\n$ref: '#/a'", "main.yaml:1: a leads to itself."],
    ["$ref: 'missing.yaml#/a'", "missing.yaml"],
  ] as const)("is refused when it is %j", async ([text, message]) => {
    await expect(load({ "main.yaml": text }).then((document) => document.follow())).rejects.toThrow(message);
  });
});

describe("the operations of a document", () => {
  test.for([
    ["get", "200", 1],
    ["get", "204", 0],
    ["get", "205", 0],
    ["get", "304", 0],
    ["get", "1XX", 0],
    ["head", "200", 0],
    ["get", "404", 1],
    ["get", "default", 1],
  ] as const)("have no content in responses that cannot have any: %s %s", ([method, status, count]) => {
    const responses = { [status]: { description: "", content: { "application/json": {} } } };
    const [read] = readOperations(documentOf({ openapi: "3.0.3", paths: { "/x": { [method]: { responses } } } }));
    expect(read?.responses[0]?.contents).toHaveLength(count);
  });

  test("have the parameters of their path, but for those that they have themselves", () => {
    const shared = [
      { name: "a", in: "query", schema: {} },
      { name: "b", in: "query", schema: {} },
      { name: "b", in: "header", schema: {} },
      { name: "Authorization", in: "header", schema: {} },
    ];
    const own = [{ name: "b", in: "query", required: true, explode: false, schema: {} }];
    const [read] = readOperations(
      documentOf({ openapi: "3.0.3", paths: { "/x": { parameters: shared, get: { ...operation, parameters: own } } } }),
    );
    expect(read?.parameters.map(({ name, place, required, explode }) => [name, place, required, explode])).toEqual([
      ["a", "query", false, true],
      ["b", "query", true, false],
      ["b", "header", false, false],
    ]);
    expect(read).toMatchObject({ name: "GET /x", method: "GET", document: "test", version: "3.0", security: [] });
  });

  test("have the servers and the security that are nearest to them", () => {
    const [one, two] = readOperations(
      documentOf({
        openapi: "3.1.0",
        servers: [{ url: "https://example.com/v1/" }, { url: "/v2" }],
        security: [{ A: [] }, {}],
        components: { securitySchemes: { A: { type: "http", scheme: "basic" } } },
        paths: {
          "/x": { get: operation, put: { ...operation, servers: [{ url: "https://other.example" }], security: [] } },
        },
      }),
    );
    expect(one?.bases).toEqual(["", "/v1", "/v2"]);
    expect(one?.security.map((schemes) => schemes.map(({ name }) => name))).toEqual([["A"], []]);
    expect([two?.bases, two?.security]).toEqual([[""], []]);
  });

  const paths = (get: object): object => ({ openapi: "3.1.0", paths: { "/x": { get: { ...operation, ...get } } } });
  test.for([
    [{ swagger: "2.0" }, "the version of OpenAPI must be 3.0 or 3.1, received undefined"],
    [{ openapi: "3.1.0", webhooks: { a: {} } }, "webhooks cannot be measured yet"],
    [paths({ callbacks: { a: {} } }), "callbacks cannot be measured yet"],
    [paths({ security: [{ Unknown: [] }] }), "names the security scheme Unknown, which does not exist"],
    [
      paths({ parameters: [{ name: "a", in: "body" }] }),
      'is a parameter in "body"; expected path, query, header or cookie',
    ],
    [
      paths({ requestBody: { content: { "text/plain": { examples: { a: { externalValue: "x" } } } } } }),
      "a lies outside the document",
    ],
  ] as const)("are refused when they are %j", ([document, message]) => {
    expect(() => readOperations(documentOf(document))).toThrow(message);
  });
});
