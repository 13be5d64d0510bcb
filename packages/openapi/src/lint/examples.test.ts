import { expect, it } from "vitest";
import { modelOf, ref } from "../testing/documents.ts";
import { wrongExamples } from "./examples.ts";

const BASE = { type: "object", required: ["kind"], properties: { kind: { type: "string" } } };
const ITEM = {
  allOf: [{ $ref: "#/components/schemas/Base" }, { type: "object", properties: { name: { type: "string" } } }],
};
const OTHER = {
  type: "object",
  required: ["kind", "size"],
  properties: { kind: { type: "string" }, size: { type: "integer" } },
};
const UNION = {
  oneOf: [{ $ref: "#/components/schemas/Item" }, { $ref: "#/components/schemas/Other" }],
  discriminator: { propertyName: "kind" },
};
const USER = {
  type: "object",
  required: ["id", "password"],
  properties: { id: { type: "integer", readOnly: true }, password: { type: "string", writeOnly: true } },
  additionalProperties: false,
};
const SCHEMAS = { Base: BASE, Item: ITEM, Other: OTHER, Union: UNION, User: USER };

/** What is said of a document with an operation of these parts, each with its place. */
async function found(operation: object, parts: object = {}): Promise<readonly string[]> {
  const responses = { "200": { description: "Done." } };
  const model = await modelOf({
    paths: { "/a": { post: { operationId: "A", responses, ...operation } } },
    schemas: SCHEMAS,
    ...parts,
  });
  return wrongExamples(model).map(({ rule, pointer, message }) => `${rule} ${pointer} ${message}`);
}

const of = (schema: object, media: object, type = "application/json"): object => ({ [type]: { schema, ...media } });
const sent = (...content: Parameters<typeof of>): object => ({ requestBody: { content: of(...content) } });
const received = (...content: Parameters<typeof of>): object => ({
  responses: { "200": { description: "Done.", content: of(...content) } },
});
it.each<[string, object]>([
  ["of a union, whatever its discriminator says", received(ref("Union"), { example: { kind: "Item", name: "x" } })],
  ["of a request without what is readOnly", sent(ref("User"), { example: { password: "x" } })],
  ["of a response without what is writeOnly", received(ref("User"), { example: { id: 1 } })],
  ["by name, of which there may be references", received({ type: "integer" }, { examples: { a: { value: 1 } } })],
  ["of what is no JSON, as a string", received({ type: "object" }, { example: "<a/>" }, "application/xml")],
  ["of a schema, in either direction", { ...sent({ ...USER, examples: [{ id: 1 }, { password: "x" }] }, {}) }],
  ["of a schema that says nothing that can be checked", sent({ type: "string", pattern: "(" }, { example: "x" })],
])("an example %s is right", async (_, operation) => {
  expect(await found(operation)).toEqual([]);
});

it.each<[string, object, readonly string[]]>([
  [
    "of a body",
    sent({ type: "object", properties: { a: { maximum: 5 } } }, { example: { a: 6 } }),
    [
      "no-invalid-media-type-examples #/paths/~1a/post/requestBody/content/application~1json/example/a the example breaks its schema: /a must be <= 5; correct one of them",
    ],
  ],
  [
    "of a response, by name",
    received({ type: "integer" }, { examples: { one: { value: "1" } } }),
    [
      "no-invalid-media-type-examples #/paths/~1a/post/responses/200/content/application~1json/examples/one/value the example breaks its schema: it must be integer; correct one of them",
    ],
  ],
  [
    "of a request that has what only the server writes, and lacks what it needs",
    sent(ref("User"), { example: { id: 1 } }),
    [expect.stringContaining("it must have required property 'password'")],
  ],
  [
    "of no member of a union",
    received(ref("Union"), { example: { kind: 1 } }),
    [expect.stringContaining("it must match exactly one schema in oneOf")],
  ],
  [
    "of a parameter",
    { parameters: [{ name: "p", in: "query", schema: { enum: ["a", "b"] }, example: "c" }] },
    [
      'no-invalid-parameter-examples #/paths/~1a/post/parameters/0/example the example breaks its schema: it must be equal to one of the allowed values: "a", "b"; correct one of them',
    ],
  ],
  [
    "of a header",
    { responses: { "200": { description: "Done.", headers: { X: { schema: { type: "integer" }, example: "x" } } } } },
    [expect.stringMatching(/^no-invalid-parameter-examples .*\/headers\/X\/example the example/)],
  ],
  [
    "of a schema in a schema",
    sent({ type: "object", properties: { a: { type: "integer", maximum: 5, example: 6 } } }, {}),
    [
      "no-invalid-schema-examples #/paths/~1a/post/requestBody/content/application~1json/schema/properties/a/example the example breaks its schema: it must be <= 5; correct one of them",
    ],
  ],
  [
    "that has a property too many",
    sent(ref("User"), { example: { password: "x", more: 1 } }),
    [expect.stringContaining("it must NOT have additional properties: more")],
  ],
])("an example %s is found", async (_, operation, wanted) => {
  expect(await found(operation)).toEqual(wanted);
});
