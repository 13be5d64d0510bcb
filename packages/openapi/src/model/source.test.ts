import type { Parts } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { modelOf, readingOf } from "../testing/documents.ts";

const HALF = "a\ud83d";
const done = { "204": { description: "Done." } };
const responses = (response: object): object => ({ "200": { description: "Found.", ...response } });

describe("half a surrogate pair", () => {
  it.each<[string, Parts]>([
    ["of a schema", { schemas: { [HALF]: {} } }],
    ["of a schema whose second half comes first", { schemas: { "\ude00\ud83d": {} } }],
    ["of a path", { paths: { [`/${HALF}`]: { get: { responses: done } } } }],
    ["of a media type", { paths: { "/a": { get: { responses: responses({ content: { [HALF]: {} } }) } } } }],
    ["of a header", { paths: { "/a": { get: { responses: responses({ headers: { [HALF]: {} } }) } } } }],
    ["of a parameter", { paths: { "/a": { get: { parameters: [{ name: HALF, in: "query" }], responses: done } } } }],
    ["of a security scheme", { components: { securitySchemes: { [HALF]: { type: "http", scheme: "basic" } } } }],
  ])("is named in the name %s, with its place, and costs what is called so", async (_of, document) => {
    const { model, diagnostics } = await readingOf(document);
    const withoutSource = (key: string, value: unknown): unknown => (key === "source" ? undefined : value);
    const { schemas, operations, securitySchemes } = model;
    expect(JSON.stringify([schemas, operations, securitySchemes], withoutSource)).not.toContain("ud83d");
    const said = expect.stringMatching(/^expected a name in Unicode, received "\S*\\ud83d/);
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ rule: "structure", severity: "warning", message: said }),
    );
  });

  it.each<[string, Parts]>([
    ["the name of a property", { schemas: { A: { properties: { [HALF]: {} } } } }],
    ["a value", { schemas: { A: { enum: [HALF], const: HALF, description: HALF } } }],
    ["an operation ID", { paths: { "/a": { get: { operationId: HALF, responses: done } } } }],
    ["an extension", { [`x-${HALF}`]: HALF }],
  ])("is taken in %s, which JSON can carry or nothing does", async (_in, document) => {
    await expect(modelOf(document)).resolves.toBeDefined();
  });

  it("is none where both halves are there", async () => {
    const { schemas } = await modelOf({ schemas: { "a😀": {} } });
    expect(schemas.map(({ name }) => name)).toEqual(["a😀"]);
  });
});
