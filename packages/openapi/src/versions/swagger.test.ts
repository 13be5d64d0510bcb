import { describe, expect, it } from "vitest";
import { INFO, messages, operation, parameter, upgraded } from "../testing/swagger.ts";

describe("a document of Swagger 2.0", () => {
  it.each<[name: string, given: object, want: object]>([
    ["nothing else", {}, { openapi: "3.1.0", info: INFO, paths: {} }],
    [
      "documentation",
      { tags: [{ name: "a" }], externalDocs: { url: "b" }, "x-c": 1 },
      { openapi: "3.1.0", info: INFO, tags: [{ name: "a" }], externalDocs: { url: "b" }, paths: {}, "x-c": 1 },
    ],
  ])("with %s", (_, given, want) => expect(upgraded(given)).toEqual(want));

  it.each<[name: string, given: object, want: readonly string[] | undefined]>([
    [
      "https first",
      { host: "a.example", basePath: "/v1", schemes: ["http", "https"] },
      ["https://a.example/v1", "http://a.example/v1"],
    ],
    ["https, where no scheme is named", { host: "a.example" }, ["https://a.example"]],
    [
      "without the slash at the end of a path",
      { host: "a.example:80", basePath: "/v1/", schemes: ["http"] },
      ["http://a.example:80/v1"],
    ],
    ["a path alone", { basePath: "v1" }, ["/v1"]],
    ["nothing", { basePath: "/", schemes: ["https"] }, undefined],
    ["sockets last", { host: "a.example", schemes: ["ws", "http"] }, ["http://a.example", "ws://a.example"]],
    ["a URL for a host", { host: "http://a.example/", basePath: "/v1", schemes: ["https"] }, ["http://a.example/v1"]],
  ])("says of servers: %s", (_, given, want) => {
    expect(upgraded(given).servers).toEqual(want?.map((url) => ({ url })));
  });

  it.each<[name: string, given: object, want: object]>([
    ["basic", { type: "basic", description: "d" }, { type: "http", scheme: "basic", description: "d" }],
    ["an API key", { type: "apiKey", in: "header", name: "X" }, { type: "apiKey", in: "header", name: "X" }],
    [
      "OAuth 2, implicit",
      { type: "oauth2", flow: "implicit", authorizationUrl: "a", scopes: { b: "c" } },
      { type: "oauth2", flows: { implicit: { authorizationUrl: "a", scopes: { b: "c" } } } },
    ],
    [
      "OAuth 2, password",
      { type: "oauth2", flow: "password", tokenUrl: "a", scopes: {} },
      { type: "oauth2", flows: { password: { tokenUrl: "a", scopes: {} } } },
    ],
    [
      "OAuth 2, application",
      { type: "oauth2", flow: "application", tokenUrl: "a" },
      { type: "oauth2", flows: { clientCredentials: { tokenUrl: "a", scopes: {} } } },
    ],
    [
      "OAuth 2, accessCode",
      { type: "oauth2", flow: "accessCode", authorizationUrl: "a", tokenUrl: "b", scopes: {}, "x-c": 1 },
      { type: "oauth2", "x-c": 1, flows: { authorizationCode: { authorizationUrl: "a", tokenUrl: "b", scopes: {} } } },
    ],
  ])("describes credentials: %s", (_, given, want) => {
    expect(upgraded({ securityDefinitions: { a: given } }).components).toEqual({ securitySchemes: { a: want } });
  });
});

describe("a schema of Swagger 2.0", () => {
  it.each<[name: string, given: object, want: object]>([
    ["a type", { type: "string", readOnly: true }, { type: "string", readOnly: true }],
    ["x-nullable", { type: "string", "x-nullable": true }, { type: ["string", "null"] }],
    ["x-nullable that is false", { type: "string", "x-nullable": false }, { type: "string" }],
    ["nullable, which 2.0 does not have", { type: "string", nullable: true }, { type: ["string", "null"] }],
    [
      "x-nullable beside a reference",
      { $ref: "#/definitions/B", "x-nullable": true },
      { anyOf: [{ $ref: "#/components/schemas/B" }, { type: "null" }] },
    ],
    ["a reference", { $ref: "#/definitions/B" }, { $ref: "#/components/schemas/B" }],
    ["a reference by an encoded name", { $ref: "#/definitions/C%20d~1e" }, { $ref: "#/components/schemas/C%20d~1e" }],
    [
      "a reference to a part",
      { $ref: "#/definitions/B/properties/100%25" },
      { $ref: "#/components/schemas/B/properties/100%25" },
    ],
    ["a reference to nothing", { $ref: "#/definitions/No" }, { $ref: "#/definitions/No" }],
    [
      "a reference with siblings",
      { $ref: "#/definitions/B", description: "d", minLength: 1 },
      { $ref: "#/components/schemas/B", description: "d" },
    ],
    ["a discriminator", { discriminator: "kind" }, { discriminator: { propertyName: "kind" } }],
    ["limits", { minimum: 1, exclusiveMinimum: true, maximum: 2 }, { exclusiveMinimum: 1, maximum: 2 }],
    ["an example", { type: "string", example: "a" }, { type: "string", examples: ["a"] }],
    ["a file", { type: "file", description: "d" }, { type: "string", format: "binary", description: "d" }],
    [
      "schemas in schemas",
      {
        properties: { a: { items: { $ref: "#/definitions/B" } } },
        allOf: [{ additionalProperties: { "x-nullable": true, type: "integer" } }],
      },
      {
        properties: { a: { items: { $ref: "#/components/schemas/B" } } },
        allOf: [{ additionalProperties: { type: ["integer", "null"] } }],
      },
    ],
    [
      "a list of items",
      { items: [{ $ref: "#/definitions/B" }, {}] },
      { prefixItems: [{ $ref: "#/components/schemas/B" }, {}] },
    ],
    ["a list of one item", { items: [{ $ref: "#/definitions/B" }] }, { items: { $ref: "#/components/schemas/B" } }],
    [
      "data that looks like schemas",
      { default: { $ref: "#/definitions/B", "x-nullable": true } },
      { default: { $ref: "#/definitions/B", "x-nullable": true } },
    ],
  ])("with %s", (_, given, want) => {
    const definitions = { A: given, B: { type: "object" }, "C d/e": {} };
    const before = structuredClone(definitions);
    const { components } = upgraded({ definitions });
    expect(Object(components).schemas).toEqual({ A: want, B: { type: "object" }, "C d/e": {} });
    expect(definitions).toEqual(before);
  });

  it("is named where another refers to it by its place", () => {
    const schema = { properties: { again: { $ref: "#/paths/~1a/get/responses/200/schema" } } };
    const { components, paths } = upgraded({
      paths: { "/a": { get: { responses: { 200: { description: "", schema } } } } },
      definitions: { B: { $ref: "#/responses/Found/schema" } },
      responses: { Found: { schema: { type: "string" } } },
    });
    const again = { properties: { again: { $ref: "#/components/schemas/paths_a_get_responses_200" } } };
    expect(Object(components).schemas).toEqual({
      B: { $ref: "#/components/schemas/responses_Found" },
      paths_a_get_responses_200: again,
      responses_Found: { type: "string" },
    });
    expect(Object(paths)["/a"].get.responses[200].content).toEqual({ "*/*": { schema: again } });
  });
});

describe("a parameter of Swagger 2.0", () => {
  const list = { type: "array", items: { type: "integer" } };

  it.each<[name: string, given: object, want: object]>([
    [
      "of the query",
      { name: "a", in: "query", description: "d", type: "integer", maximum: 9, default: 1, "x-cli-name": "b" },
      {
        name: "a",
        in: "query",
        description: "d",
        "x-cli-name": "b",
        schema: { type: "integer", maximum: 9, default: 1 },
      },
    ],
    [
      "of a path",
      { name: "a", in: "path", required: true, type: "string", enum: ["b"] },
      { name: "a", in: "path", required: true, schema: { type: "string", enum: ["b"] } },
    ],
    [
      "that may be empty",
      { name: "a", in: "query", type: "boolean", allowEmptyValue: true },
      { name: "a", in: "query", allowEmptyValue: true, schema: { type: "boolean" } },
    ],
    [
      "that may be null",
      { name: "a", in: "header", type: "string", "x-nullable": true },
      { name: "a", in: "header", schema: { type: ["string", "null"] } },
    ],
    [
      "with an example",
      { name: "a", in: "query", type: "string", "x-example": "b" },
      { name: "a", in: "query", schema: { type: "string" }, example: "b" },
    ],
    [
      "with examples",
      { name: "a", in: "query", type: "string", "x-examples": { one: "b", two: { value: "c" } } },
      { name: "a", in: "query", schema: { type: "string" }, examples: { one: { value: "b" }, two: { value: "c" } } },
    ],
    [
      "with a schema, which 2.0 does not have there",
      { name: "a", in: "query", schema: { type: "string" } },
      { name: "a", in: "query", schema: { type: "string" } },
    ],
    ["without a type", { name: "a", in: "query" }, { name: "a", in: "query", schema: {} }],
    ["that is a list", { name: "a", in: "query", ...list }, { name: "a", in: "query", explode: false, schema: list }],
  ])("%s", (_, given, want) => expect(parameter(given)).toEqual(want));

  it.each<[place: string, format: string, want: object]>([
    ["query", "csv", { explode: false }],
    ["query", "multi", {}],
    ["query", "ssv", { style: "spaceDelimited", explode: false }],
    ["query", "pipes", { style: "pipeDelimited", explode: false }],
    ["query", "tsv", { explode: false, "x-collection-format": "tsv" }],
    ["path", "csv", {}],
    ["path", "pipes", { "x-collection-format": "pipes" }],
    ["path", "multi", {}],
    ["header", "ssv", { "x-collection-format": "ssv" }],
    ["header", "tsv", { "x-collection-format": "tsv" }],
    ["query", "no", { explode: false }],
  ])("that is a list in %s, as %s", (place, collectionFormat, want) => {
    expect(parameter({ name: "a", in: place, ...list, collectionFormat })).toEqual({
      name: "a",
      in: place,
      ...want,
      schema: list,
    });
  });

  it("says where its lists cannot be written as they should", () => {
    const given = { name: "a", in: "header", ...list, collectionFormat: "multi" };
    expect(messages({ paths: { "/a": { parameters: [given] } } })).toEqual([
      'style #/paths/~1a/parameters/0/collectionFormat expected collectionFormat csv, ssv, tsv or pipes, received "multi"; taken for csv',
    ]);
  });
});

it("has no body with GET, which fetch would not send", () => {
  const parameters = [{ name: "b", in: "body", schema: {} }];
  expect(operation({ parameters }, {}, "get")).toEqual({});
  expect(messages({ paths: { "/a": { parameters, get: { responses: {} } } } })).toEqual([
    "method #/paths/~1a/parameters/0 fetch sends no body with GET, so it is left out; use POST, or parameters",
  ]);
});

describe("a response of Swagger 2.0", () => {
  const responseOf = (response: object, fields: object = {}, parts: object = {}): object => {
    const paths = { "/a": { get: { ...fields, responses: { 200: response } } } };
    return Object(upgraded({ ...parts, paths }).paths)["/a"].get.responses[200];
  };
  const found = { description: "d", schema: { type: "string" } };
  const content = (...types: readonly string[]): object => ({
    description: "d",
    content: Object.fromEntries(types.map((type) => [type, { schema: { type: "string" } }])),
  });

  it.each<[name: string, response: object, fields: object, parts: object, want: object]>([
    ["without content", { description: "d" }, {}, { produces: ["text/plain"] }, { description: "d" }],
    [
      "of the types that the document produces",
      found,
      {},
      { produces: ["text/plain", "text/csv"] },
      content("text/plain", "text/csv"),
    ],
    [
      "of the types that the operation produces",
      found,
      { produces: ["text/csv"] },
      { produces: ["text/plain"] },
      content("text/csv"),
    ],
    ["of any type, where none is named", found, {}, {}, content("*/*")],
    [
      "of two types in one string",
      found,
      { produces: ["text/plain, text/csv"] },
      {},
      content("text/plain", "text/csv"),
    ],
    [
      "with examples",
      { ...found, examples: { "text/plain": "a" } },
      {},
      { produces: ["text/plain; charset=utf-8"] },
      { description: "d", content: { "text/plain; charset=utf-8": { schema: { type: "string" }, example: "a" } } },
    ],
    [
      "of the type of its example",
      { ...found, examples: { "text/csv": "a" } },
      {},
      {},
      { description: "d", content: { "text/csv": { schema: { type: "string" }, example: "a" } } },
    ],
    [
      "with an example and no schema",
      { description: "d", examples: { "application/json": { a: 1 } } },
      {},
      {},
      { description: "d", content: { "application/json": { example: { a: 1 } } } },
    ],
    [
      "with a file",
      { description: "d", schema: { type: "file" } },
      {},
      { produces: ["application/json", "application/pdf"] },
      { description: "d", content: { "application/pdf": { schema: { type: "string", format: "binary" } } } },
    ],
    [
      "with a file of any type",
      { description: "d", schema: { type: "file" } },
      {},
      { produces: ["application/json"] },
      { description: "d", content: { "*/*": { schema: { type: "string", format: "binary" } } } },
    ],
    [
      "with headers",
      { description: "d", headers: { A: { type: "integer", description: "e", minimum: 1 } } },
      {},
      {},
      { description: "d", headers: { A: { description: "e", schema: { type: "integer", minimum: 1 } } } },
    ],
    [
      "that is shared",
      { $ref: "#/responses/A" },
      {},
      { responses: { A: found } },
      { $ref: "#/components/responses/A" },
    ],
    [
      "that is shared, of other types",
      { $ref: "#/responses/A" },
      { produces: ["text/csv"] },
      { responses: { A: found } },
      content("text/csv"),
    ],
    ["that leads nowhere", { $ref: "#/responses/No" }, {}, {}, { $ref: "#/responses/No" }],
  ])("%s", (_, response, fields, parts, want) => expect(responseOf(response, fields, parts)).toEqual(want));
});

it("has an operation call the servers of its own schemes", () => {
  const parts = { host: "a.example", schemes: ["https"] };
  expect(operation({ schemes: ["http"] }, parts)).toEqual({ servers: [{ url: "http://a.example" }] });
});
