import { join, relative } from "node:path";
import { type Parts, tempFolder } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { formatDiagnostics } from "../diagnostics/report.ts";
import type { Document, Filter } from "../document/document.ts";
import { readDocument } from "../document/read.ts";
import { brokenReferences } from "../document/references.ts";
import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { pointerSegments, valueAt } from "../json/json-pointer.ts";
import { examineDocument } from "../lint/lint.ts";
import { buildModel } from "../model/build-model.ts";
import { documentOf } from "../testing/documents.ts";
import { filterDocument } from "./filtered.ts";

const filterOf = (filter: Partial<Filter>): Filter => ({ include: [], exclude: [], keepUnused: false, ...filter });

async function filtered(parts: Parts, filter: Partial<Filter>): Promise<Document> {
  const { document, diagnostics } = filterDocument(
    { document: await documentOf(parts), diagnostics: [] },
    filterOf(filter),
  );
  if (document === undefined) throw new Error(formatDiagnostics(diagnostics).join("\n"));
  expect(brokenReferences(document.root)).toEqual([]);
  return document;
}

const ref = (name: string, section = "schemas"): JsonObject => ({ $ref: `#/components/${section}/${name}` });
const returning = (schema: Json, more: object = {}): object => ({
  responses: { "200": { description: "OK", content: { "application/json": { schema } } } },
  ...more,
});

/** Names of components by section, of those that are left. */
function componentsOf({ root: { components } }: Document): Readonly<Record<string, readonly string[]>> {
  const sections = Object.entries(isJsonObject(components) ? components : {});
  return Object.fromEntries(sections.map(([section, members]) => [section, Object.keys(members ?? {}).sort()]));
}

/** Methods by path and webhook. */
function operationsOf({ root: { paths, webhooks } }: Document): readonly string[] {
  return [paths, webhooks].flatMap((items) =>
    Object.entries(isJsonObject(items) ? items : {}).flatMap(([name, item]) => {
      const methods = Object.keys(item ?? {}).filter((key) => /^(get|put|post|delete|patch)$/.test(key));
      return methods.map((method) => `${method.toUpperCase()} ${name}`);
    }),
  );
}

const SHOP: Parts = {
  paths: {
    "/orders": {
      get: { operationId: "listOrders", tags: ["Orders"], responses: {} },
      post: { operationId: "createOrder", tags: ["Orders", "Write: all"], responses: {} },
    },
    "/orders/{id}": { get: { operationId: "order:get", tags: ["Orders"], responses: {} } },
    "/users": { get: { operationId: "tag:users", tags: ["Users"], responses: {} }, "x-owner": "users" },
    "/health": { summary: "Up?", get: { responses: {} } },
  },
  webhooks: {
    orderPlaced: { post: { tags: ["Orders"], responses: {} } },
    userAdded: { post: { operationId: "onUserAdded", responses: {} } },
  },
};

describe("a filter", () => {
  it.each<[string, Partial<Filter>, readonly string[]]>([
    [
      "by tag, webhooks included",
      { include: ["tag:Orders"] },
      ["GET /orders", "POST /orders", "GET /orders/{id}", "POST orderPlaced"],
    ],
    ["by a tag with a colon and a space", { include: ["tag:Write: all"] }, ["POST /orders"]],
    ["by tags with a star", { include: ["tag:*s"], exclude: ["tag:O*"] }, ["GET /users"]],
    ["by path, which no webhook has", { include: ["/orders/**"] }, ["GET /orders", "POST /orders", "GET /orders/{id}"]],
    ["by a template as it is written", { include: ["/orders/{id}"] }, ["GET /orders/{id}"]],
    ["by method and path", { include: ["get /orders*"] }, ["GET /orders"]],
    ["by operationId", { include: ["listOrders", "order:get"] }, ["GET /orders", "GET /orders/{id}"]],
    ["by operationIds with a star", { include: ["*Order*"] }, ["GET /orders", "POST /orders"]],
    ["by an operationId that looks like a tag", { include: ["id:tag:users"] }, ["GET /users"]],
    [
      "by the name of a webhook, or its operationId",
      { include: ["orderPlaced", "onUser*"] },
      ["POST orderPlaced", "POST userAdded"],
    ],
    ["by several entries of any kind", { include: ["/health", "tag:Users"] }, ["GET /users", "GET /health"]],
    ["without what is excluded", { exclude: ["tag:Orders", "onUserAdded"] }, ["GET /users", "GET /health"]],
    [
      "without what is excluded of what is included",
      { include: ["tag:Orders"], exclude: ["POST /**", "orderPlaced"] },
      ["GET /orders", "GET /orders/{id}"],
    ],
  ])("keeps operations %s", async (_, filter, wanted) => {
    expect(operationsOf(await filtered(SHOP, filter))).toEqual(wanted);
  });

  it("makes another document of each selection", async () => {
    const hashes = [{ include: ["/orders"] }, { include: ["/users"] }, { exclude: ["/users"] }, {}].map(
      async (filter) => (await filtered(SHOP, filter)).sha256,
    );
    expect(new Set(await Promise.all(hashes)).size).toBe(4);
  });

  it("of nothing leaves the reading as it is", async () => {
    const reading = { document: await documentOf(SHOP), diagnostics: [] };
    expect(filterDocument(reading, undefined)).toBe(reading);
    expect(filterDocument(reading, filterOf({ keepUnused: true }))).toBe(reading);
  });

  it.each<[string, Partial<Filter>, readonly string[]]>([
    [
      "an unknown tag",
      { include: ["tag:Oders"] },
      ["include: tag:Oders selects no operation; did you mean tag:Orders?"],
    ],
    [
      "a tag in other letters",
      { exclude: ["tag:orders"] },
      ["exclude: tag:orders selects no operation; did you mean tag:Orders?"],
    ],
    [
      "a tag without its prefix",
      { include: ["orders"] },
      ["include: orders selects no operation; did you mean tag:Orders?"],
    ],
    [
      "a path without its slash",
      { include: ["orders/**"] },
      ["include: orders/** selects no operation; did you mean /orders/**?"],
    ],
    ["an unknown path", { include: ["/order/**"] }, ["include: /order/** selects no operation; did you mean /orders?"]],
    [
      "a method that the path does not have",
      { include: ["PUT /orders"] },
      ["include: PUT /orders selects no operation; did you mean GET /orders?"],
    ],
    [
      "an unknown method",
      { include: ["POSt /orders", "XYZZYQ /orders"] },
      [
        "include: XYZZYQ /orders: there is no method XYZZYQ; there are GET, PUT, POST, DELETE, OPTIONS, HEAD, PATCH, TRACE",
      ],
    ],
    [
      "an unknown operationId",
      { include: ["listOrder"] },
      ["include: listOrder selects no operation; did you mean listOrders?"],
    ],
    [
      "an unknown operationId with its prefix",
      { include: ["id:tag:user"] },
      ["include: id:tag:user selects no operation; did you mean id:tag:users?"],
    ],
    [
      "something that resembles nothing",
      { include: ["tag:%%%%%%%%%%"] },
      ["include: tag:%%%%%%%%%% selects no operation"],
    ],
    [
      "an empty entry",
      { include: [""], exclude: ["tag:"] },
      [
        'include: expected tag:NAME, a path such as /orders/** or an operationId, received ""',
        'exclude: expected tag:NAME, a path such as /orders/** or an operationId, received "tag:"',
      ],
    ],
    [
      "all operations that are included",
      { include: ["tag:Users"], exclude: ["/users"] },
      ["include and exclude leave no operation; correct one of them"],
    ],
  ])("that names or leaves %s is an error", async (_, filter, messages) => {
    const { document, diagnostics } = filterDocument(
      { document: await documentOf(SHOP), diagnostics: [] },
      filterOf(filter),
    );
    expect(document).toBeUndefined();
    expect(diagnostics.map(({ message }) => message)).toEqual(messages);
    expect(diagnostics.every(({ rule, severity }) => rule === "filter" && severity === "error")).toBe(true);
  });
});

describe("a kept operation keeps", () => {
  const kept = (operation: object, more: Parts = {}, item: object = {}): Parts => ({
    ...more,
    paths: {
      "/kept": { ...item, get: { operationId: "kept", ...operation } },
      "/gone": { get: { operationId: "gone", tags: ["Gone"], ...returning(ref("Gone")) } },
      ...more.paths,
    },
    schemas: { Gone: { properties: { a: ref("Unused") } }, Unused: {}, ...more.schemas },
  });
  const object = (properties: JsonObject): JsonObject => ({ type: "object", properties });

  it.each<[string, Parts, Readonly<Record<string, readonly string[]>>]>([
    ["nothing that it does not need", kept(returning({ type: "string" })), {}],
    [
      "schemas, those that they refer to, and cycles of them",
      kept(returning(ref("A")), { schemas: { A: object({ b: ref("B") }), B: { items: ref("A") } } }),
      { schemas: ["A", "B"] },
    ],
    [
      "shared parameters, responses, bodies, headers and examples",
      kept(
        {
          parameters: [ref("P", "parameters")],
          requestBody: ref("R", "requestBodies"),
          responses: { "200": ref("S", "responses") },
        },
        {
          schemas: { OfP: {}, OfR: {}, OfS: {}, OfH: {} },
          components: {
            parameters: { P: { name: "p", in: "query", schema: ref("OfP") }, Q: { name: "q", in: "query" } },
            requestBodies: { R: { content: { "text/plain": { schema: ref("OfR") } } } },
            responses: {
              S: {
                description: "",
                headers: { h: ref("H", "headers") },
                content: { "application/json": { schema: ref("OfS"), examples: { e: ref("E", "examples") } } },
              },
            },
            headers: { H: { schema: ref("OfH") } },
            examples: { E: { value: {} }, F: { value: {} } },
          },
        },
      ),
      {
        schemas: ["OfH", "OfP", "OfR", "OfS"],
        parameters: ["P"],
        requestBodies: ["R"],
        responses: ["S"],
        headers: ["H"],
        examples: ["E"],
      },
    ],
    [
      "parameters of its path",
      kept(
        { responses: {} },
        { components: { parameters: { P: { name: "p", in: "query" } } } },
        { parameters: [ref("P", "parameters")] },
      ),
      { parameters: ["P"] },
    ],
    [
      "the bases of its schemas",
      kept(returning(ref("Cat")), {
        schemas: { Cat: { allOf: [ref("Pet"), {}] }, Pet: object({}), Dog: { allOf: [ref("Pet")] } },
      }),
      { schemas: ["Cat", "Pet"] },
    ],
    [
      "the schemas that build on one with a discriminator, at any distance",
      kept(returning(ref("Pet")), {
        schemas: {
          Pet: { ...object({ kind: {} }), discriminator: { propertyName: "kind" } },
          Cat: { allOf: [ref("Pet"), object({ toy: ref("Toy") })] },
          Toy: {},
          Lion: { allOf: [ref("Cat")] },
          Car: { allOf: [ref("Unused")] },
        },
      }),
      { schemas: ["Cat", "Lion", "Pet", "Toy"] },
    ],
    [
      "the targets of a mapping, by reference and by name",
      kept(
        returning({
          type: "object",
          discriminator: {
            propertyName: "kind",
            mapping: { a: "#/components/schemas/A", b: "B.b", c: "#/components/schemas/C%20c" },
          },
        }),
        { schemas: { A: {}, "B.b": {}, "C c": object({ d: ref("D") }), D: {} } },
      ),
      { schemas: ["A", "B.b", "C c", "D"] },
    ],
    [
      "a generic envelope with what it is filled with",
      kept(returning(ref("Orders")), {
        schemas: {
          Orders: {
            $id: "orders",
            $ref: "page",
            $defs: { item: { $dynamicAnchor: "item", $ref: "#/components/schemas/Order" } },
          },
          Page: {
            $id: "page",
            ...object({ items: { items: { $dynamicRef: "#item" } } }),
            $defs: { item: { $dynamicAnchor: "item" } },
          },
          Order: {},
          Users: {
            $id: "users",
            $ref: "page",
            $defs: { item: { $dynamicAnchor: "item", $ref: "#/components/schemas/User" } },
          },
          User: {},
        },
      }),
      { schemas: ["Order", "Orders", "Page"] },
    ],
    [
      "what a $dynamicRef leads to",
      kept(returning({ $dynamicRef: "#node" }), {
        schemas: {
          Node: { $dynamicAnchor: "node", ...object({ next: { $dynamicRef: "#node" } }) },
          Other: { $dynamicAnchor: "other" },
        },
      }),
      { schemas: ["Node"] },
    ],
    [
      "what it calls by $anchor, $id or a part of it",
      kept(returning({ anyOf: [{ $ref: "#a" }, { $ref: "b" }, { $ref: "#/components/schemas/C/properties/c" }] }), {
        schemas: { A: { properties: { a: { $anchor: "a" } } }, B: { $id: "b" }, C: object({ c: { type: "string" } }) },
      }),
      { schemas: ["A", "B", "C"] },
    ],
    [
      "security schemes of its own and of the document",
      kept(
        { responses: {}, security: [{ own: [] }] },
        {
          security: [{ shared: [] }],
          components: {
            securitySchemes: Object.fromEntries(
              ["own", "shared", "gone"].map((name) => [name, { type: "http", scheme: "bearer" }]),
            ),
          },
        },
      ),
      { securitySchemes: ["own", "shared"] },
    ],
    [
      "its callbacks, whatever tags they have",
      kept(
        { responses: {}, callbacks: { done: ref("Done", "callbacks") } },
        {
          schemas: { Event: {} },
          components: { callbacks: { Done: { "{$url}": { post: { tags: ["Gone"], ...returning(ref("Event")) } } } } },
        },
      ),
      { callbacks: ["Done"], schemas: ["Event"] },
    ],
    [
      "what its extensions refer to",
      kept({ responses: {}, "x-event": { schema: ref("Event") } }, { schemas: { Event: {} } }),
      { schemas: ["Event"] },
    ],
    [
      "shared path items",
      {
        ...kept({ responses: {} }),
        ...{ paths: { "/kept": ref("Item", "pathItems"), "/gone": { get: { responses: {} } } } },
        components: { pathItems: { Item: { get: returning(ref("A")) } } },
        schemas: { A: {} },
      },
      { pathItems: ["Item"], schemas: ["A"] },
    ],
  ])("%s", async (_, parts, components) => {
    const document = await filtered(parts, { include: ["/kept"] });
    expect(componentsOf(document)).toEqual(components);
  });

  it("not what only examples look like references to", async () => {
    const document = await filtered(kept(returning({ example: ref("Gone"), const: ref("Gone") })), {
      include: ["kept"],
    });
    expect(componentsOf(document)).toEqual({});
  });

  it("schemas that no operation uses, where they are asked for", async () => {
    const parts = kept({ responses: {} }, { components: { headers: { H: {} } } });
    expect(componentsOf(await filtered(parts, { include: ["kept"], keepUnused: true }))).toEqual({
      schemas: ["Gone", "Unused"],
    });
    expect(operationsOf(await filtered(parts, { exclude: ["/**"], keepUnused: true }))).toEqual([]);
  });

  it("links, but those to operations that are gone", async () => {
    const components = {
      links: { Gone: { operationId: "gone" }, Self: { operationId: "kept" } },
      responses: {
        Both: {
          description: "",
          links: { a: ref("Gone", "links"), b: ref("Self", "links"), c: { operationRef: "#/paths/~1gone/get" } },
        },
      },
    };
    const response = { description: "", links: { a: { operationId: "gone" }, b: ref("Gone", "links") } };
    const document = await filtered(
      kept({ responses: { "200": response, default: ref("Both", "responses") } }, { components }),
      { exclude: ["gone"] },
    );
    expect(document.root.components).toEqual({
      links: { Self: { operationId: "kept" } },
      responses: { Both: { description: "", links: { b: ref("Self", "links") } } },
    });
    expect(valueAt(document.root, pointerSegments("#/paths/~1kept/get/responses/200"))).toEqual({ description: "" });
  });
});

describe("what stands in an operation that is gone", () => {
  const schema = "#/paths/~1gone/get/responses/200/content/application~1json/schema";
  const parts: Parts = {
    paths: {
      "/kept": {
        get: {
          operationId: "kept",
          parameters: [{ $ref: "#/paths/~1gone/parameters/1" }],
          ...returning({ anyOf: [{ $ref: schema }, { $ref: `${schema}/properties/inner` }] }),
        },
      },
      "/gone": {
        parameters: [
          { name: "a", in: "query" },
          { name: "b", in: "query", schema: ref("B") },
        ],
        get: {
          operationId: "gone",
          ...returning({
            type: "object",
            properties: { inner: { items: { $ref: schema } }, b: ref("B"), kind: ref("100%") },
          }),
        },
      },
    },
    schemas: { B: {}, "100%": {} },
  };

  it("becomes a component where a kept one refers to it", async () => {
    const document = await filtered(parts, { include: ["kept"] });
    expect(componentsOf(document)).toEqual({
      schemas: ["100%", "Application_1jsonInner", "B", "ContentApplication_1json"],
      parameters: ["_1goneParameters_1"],
    });
    const moved = "#/components/schemas/ContentApplication_1json";
    expect(valueAt(document.root, pointerSegments(`${moved}/properties/inner`))).toEqual({ items: { $ref: moved } });
    expect(valueAt(document.root, pointerSegments("#/paths/~1kept/get/parameters/0"))).toEqual({
      $ref: "#/components/parameters/_1goneParameters_1",
    });
  });

  it("keeps its place, and its name among generated schemas", async () => {
    const [whole, document] = [await documentOf(parts), await filtered(parts, { include: ["kept"] })];
    const moved = "#/components/schemas/ContentApplication_1json";
    expect(document.placeOf(`${moved}/properties/b`)).toEqual(whole.placeOf(`${schema}/properties/b`));
    expect(document.asWritten?.(`${moved}/properties/b`)).toEqual(`${schema}/properties/b`);
    const schemasOf = (one: Document) => buildModel(one).model.schemas.map(({ name }) => name);
    expect(schemasOf(whole)).toEqual(expect.arrayContaining([...schemasOf(document)]));
  });
});

describe("a path item that several paths refer to", () => {
  const item = {
    parameters: [{ name: "shared", in: "query" }],
    get: returning({ type: "string" }, { operationId: "read" }),
    post: { operationId: "write", ...returning(ref("Written")) },
  };
  const parts: Parts = {
    paths: {
      "/a": { $ref: "#/components/pathItems/Item", parameters: [{ name: "own", in: "query" }] },
      "/b": ref("Item", "pathItems"),
    },
    components: { pathItems: { Item: item } },
    schemas: { Written: {} },
  };

  it("is written into a path of which only some operations are kept", async () => {
    const [whole, document] = [await documentOf(parts), await filtered(parts, { include: ["GET /a"] })];
    expect(document.root.paths).toEqual({
      "/a": {
        parameters: [
          { name: "shared", in: "query" },
          { name: "own", in: "query" },
        ],
        get: item.get,
      },
    });
    expect(componentsOf(document)).toEqual({});
    const placeOf = (pointer: string) => whole.placeOf(pointer);
    expect(document.placeOf("#/paths/~1a/get/responses")).toEqual(placeOf("#/components/pathItems/Item/get/responses"));
    expect(document.placeOf("#/paths/~1a/parameters/0/name")).toEqual(
      placeOf("#/components/pathItems/Item/parameters/0/name"),
    );
    expect(document.placeOf("#/paths/~1a/parameters/1/name")).toEqual(placeOf("#/paths/~1a/parameters/0/name"));
  });

  it("stays where all of its operations are kept", async () => {
    const document = await filtered(parts, { include: ["/b"] });
    expect(document.root.paths).toEqual({ "/b": ref("Item", "pathItems") });
    expect(componentsOf(document)).toEqual({ pathItems: ["Item"], schemas: ["Written"] });
  });
});

it("an extension of the document goes where it refers to what is gone, and stays where an operation needs it", async () => {
  const document = await filtered(
    {
      ...{
        "x-hooks": { a: ref("A") },
        "x-plain": { a: 1 },
        "x-shared": { B: { properties: { a: ref("A") } }, C: ref("A") },
      },
      paths: { "/kept": { get: returning({ $ref: "#/x-shared/B" }) }, "/gone": { get: { responses: {} } } },
      schemas: { A: {} },
    },
    { include: ["/kept"] },
  );
  expect(Object.keys(document.root)).toEqual(expect.arrayContaining(["x-plain", "x-shared"]));
  expect(componentsOf(document)).toEqual({ schemas: ["A"] });
  const without = await filtered(
    { "x-hooks": { a: ref("A") }, "x-plain": {}, paths: { "/kept": { get: { responses: {} } } }, schemas: { A: {} } },
    { include: ["/kept"] },
  );
  expect(Object.keys(without.root)).not.toContain("x-hooks");
  expect(Object.keys(without.root)).toContain("x-plain");
});

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
