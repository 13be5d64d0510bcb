import { expect, it } from "vitest";
import { documentOf } from "../testing/documents.ts";
import { checkFields } from "./fields.ts";

const of = (openapi: string, more: object) => ({
  openapi,
  paths: {
    "/a": {
      parameters: [{ $ref: "#/components/parameters/P", description: "Of 3.1.", "x-own": 1, madeUp: 1 }],
      get: { operationId: "A", responses: { "200": { description: "Ok.", "x-own": 1, ...more } } },
    },
  },
  components: {
    parameters: { P: { name: "p", in: "query", schema: { type: "string", madeUp: 1 } } },
    schemas: { madeUp: { properties: { madeUp: { type: "string", example: { madeUp: 1 } } } } },
  },
});

it.each([
  [
    "3.1.0",
    [
      ["ignored", "#/paths/~1a/parameters/0/madeUp"],
      ["unknown-field", "#/paths/~1a/get/responses/200/madeUp"],
      ["unknown-keyword", "#/components/parameters/P/schema/madeUp"],
    ],
  ],
  [
    "3.0.3",
    [
      ["ignored", "#/paths/~1a/parameters/0/description"],
      ["ignored", "#/paths/~1a/parameters/0/madeUp"],
      ["unknown-field", "#/paths/~1a/get/responses/200/madeUp"],
      ["unknown-field", "#/components/parameters/P/schema/madeUp"],
    ],
  ],
])("reports what no object of %s has, but no extension, no free name and no data", async (version, wanted) => {
  const found = checkFields(await documentOf(of(version, { madeUp: 1 })));
  expect(found.map(({ rule, pointer }) => [rule, pointer])).toEqual(wanted);
});

it("says what it is no field of, and what to do", async () => {
  const [, field, keyword] = checkFields(await documentOf(of("3.1.0", { contents: {} })));
  expect(field?.message).toBe(
    "contents is no field of a Response Object, so nothing reads it; correct its name, or begin it with x-",
  );
  expect(keyword?.message).toBe(
    "madeUp is no keyword of JSON Schema, so no value is held to it; correct its name, or remove it",
  );
});
