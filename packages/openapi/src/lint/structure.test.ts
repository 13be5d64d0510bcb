import { join } from "node:path";
import { tempFolder } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { lintDocument } from "./lint.ts";

const INFO = `{ title: T, version: "1" }`;
const DONE = `{ "200": { description: Done. } }`;

/** What is wrong with the structure of a document: where, and whether it is an error. */
async function wrong(version: string, parts: string, info = INFO): Promise<readonly string[]> {
  const text = `openapi: ${version}\ninfo: ${info}\npaths: {}\n${parts}`;
  const { diagnostics } = await lintDocument(join(await tempFolder({ "api.yaml": text }), "api.yaml"));
  return diagnostics
    .filter(({ rule }) => rule === "structure" || rule === "struct")
    .map(({ pointer, severity }) => `${pointer.replace("#/components/", "")} ${severity}`);
}

const component = (kind: string, fields: string): string => `components: { ${kind}: { X: ${fields} } }\n`;
const parameter = (fields: string): string => component("parameters", `{ name: x, ${fields} }`);
const SCHEMA = "schema: { type: string }";
const at = (path: string, severity = "error"): readonly string[] => [`${path} ${severity}`];

describe.each<[string, string, readonly string[], readonly string[]]>([
  ["parameters in paths that are optional", parameter(`in: path, ${SCHEMA}`), at("parameters/X"), at("parameters/X")],
  [
    "styles of another place",
    parameter(`in: query, style: simple, ${SCHEMA}`),
    at("parameters/X/style"),
    at("parameters/X/style"),
  ],
  [
    "styles that headers lack",
    component("headers", `{ style: form, ${SCHEMA} }`),
    at("headers/X/style"),
    at("headers/X/style"),
  ],
  [
    "empty values elsewhere than in queries",
    parameter(`in: header, allowEmptyValue: true, ${SCHEMA}`),
    at("parameters/X/allowEmptyValue", "warning"),
    at("parameters/X/allowEmptyValue"),
  ],
  [
    "schema beside content",
    parameter(`in: query, ${SCHEMA}, content: { text/plain: {} }`),
    at("parameters/X/schema"),
    at("parameters/X/schema"),
  ],
  [
    "what belongs to a schema, beside content",
    component("headers", "{ explode: true, example: a, content: { text/plain: {} } }"),
    [...at("headers/X/explode"), ...at("headers/X/example")],
    [...at("headers/X/explode"), ...at("headers/X/example")],
  ],
  [
    "content of no media type",
    parameter("in: query, content: {}"),
    at("parameters/X/content"),
    at("parameters/X/content"),
  ],
  [
    "content of two media types",
    component("headers", "{ content: { text/plain: {}, application/json: {} } }"),
    at("headers/X/content"),
    at("headers/X/content"),
  ],
  ["links that lead nowhere", component("links", "{ description: x }"), at("links/X"), at("links/X")],
  [
    "links that lead to two places",
    component("links", `{ operationId: x, operationRef: "#/x", parameters: [] }`),
    [...at("links/X"), ...at("links/X/parameters")],
    [...at("links/X"), ...at("links/X/parameters")],
  ],
  [
    "scopes that are no strings",
    component(
      "securitySchemes",
      `{ type: oauth2, flows: { password: { tokenUrl: "https://a.example", scopes: { a: 1 } } } }`,
    ),
    at("securitySchemes/X/flows/password/scopes/a"),
    at("securitySchemes/X/flows/password/scopes/a"),
  ],
  [
    "a format of bearer tokens of another scheme",
    component("securitySchemes", "{ type: http, scheme: basic, bearerFormat: JWT }"),
    at("securitySchemes/X/bearerFormat"),
    at("securitySchemes/X/bearerFormat"),
  ],
  [
    "no responses",
    component("callbacks", "{ a: { get: { responses: {} } } }"),
    at("callbacks/X/a/get/responses"),
    at("callbacks/X/a/get/responses"),
  ],
  [
    "responses of a status that is none",
    component("callbacks", `{ a: { get: { responses: { "6XX": { description: x } } } } }`),
    at("callbacks/X/a/get/responses/6XX"),
    at("callbacks/X/a/get/responses/6XX"),
  ],
  [
    "empty lists in schemas",
    component("responses", "{ description: x, content: { a/b: { schema: { required: [], enum: [] } } } }"),
    [...at("responses/X/content/a~1b/schema/required"), ...at("responses/X/content/a~1b/schema/enum")],
    [],
  ],
  [
    "keywords of another form",
    component("responses", "{ description: x, content: { a/b: { schema: { type: [], anyOf: [] } } } }"),
    ["responses/X/content/a~1b/schema/type error"],
    [...at("responses/X/content/a~1b/schema/type"), ...at("responses/X/content/a~1b/schema/anyOf")],
  ],
  [
    "keywords of another form beside a reference",
    component(
      "responses",
      `{ description: x, content: { a/b: { schema: { $ref: "#/components/schemas/Y", required: true } } } }`,
    ).replace("} }\n", "}, schemas: { Y: {} } }\n"),
    [],
    at("responses/X/content/a~1b/schema/required"),
  ],
])("%s", (_, parts, in30, in31) => {
  it.each([
    ["3.0.4", in30],
    ["3.1.1", in31],
  ] as const)("are, in %s, %j", async (version, wanted) => {
    expect((await wrong(version, parts)).toSorted()).toEqual(wanted.toSorted());
  });
});

it("a license has a URL or an identifier", async () => {
  const info = `{ title: T, version: "1", license: { name: MIT, identifier: MIT, url: "https://a.example" } }`;
  expect(await wrong("3.1.1", "", info)).toEqual(["#/info/license/identifier error"]);
});

it.each(["3.0.4", "3.1.1"])("what is right in %s is not wrong", async (version) => {
  const parts = `components:
  parameters:
    A: { name: a, in: path, required: true, style: label, ${SCHEMA} }
    B: { name: b, in: query, allowEmptyValue: true, style: deepObject, schema: { type: object } }
    C: { name: c, in: cookie, content: { application/json: {} } }
  callbacks:
    D: { "{$request.body#/u}": { get: { responses: ${DONE} } } }
    E: { e: { get: { responses: { default: { description: x }, 2XX: { description: x }, x-more: 1 } } } }
  links:
    F: { operationId: a, parameters: { a: b } }
  securitySchemes:
    G: { type: http, scheme: Bearer, bearerFormat: JWT }
`;
  expect(await wrong(version, parts)).toEqual([]);
});
