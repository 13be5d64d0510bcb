import type { Operation } from "@earmark/http";
import { expect, test } from "vitest";
import { parameterOptions } from "./parameter-option.ts";

const operation: Operation = {
  operationId: "List",
  method: "GET",
  path: "/things/{id}",
  idempotent: true,
  parameters: [
    { name: "id", in: "path", required: true, schema: "Text" },
    { name: "Colour", in: "query", schema: "Colour" },
    { name: "Sizes", in: "query", schema: "Sizes" },
    { name: "IsNew", in: "query", schema: "Flag" },
    { name: "Page", in: "query", schema: "Count" },
  ],
  responses: {},
  security: [],
};

const schemas = {
  Text: { type: "string" },
  Colour: { anyOf: [{ $ref: "#/components/schemas/Colours" }, { type: "null" }] },
  Colours: { type: "string", enum: ["red", "blue"], description: "Any colour." },
  Sizes: { type: "array", items: { type: ["integer", "null"] } },
  Flag: { type: "boolean" },
  Count: { type: "integer", minimum: 1 },
};

test("every parameter of the query is an option, with what the document says", () => {
  const documentation = {
    Colour: { description: "The colour.", cliName: "paint" },
    Sizes: { description: "Its sizes." },
  };
  const options = parameterOptions(operation, documentation, schemas, ["Page"]);
  expect(options.map(({ property, option }) => ({ property, ...option }))).toEqual([
    { property: "Colour", kind: "value", name: "paint", placeholder: "V", help: "The colour. One of red, blue." },
    { property: "Sizes", kind: "list", name: "sizes", placeholder: "A,B", help: "Its sizes." },
    { property: "IsNew", kind: "switch", name: "is-new", negatable: true, help: "" },
  ]);
  expect(options.map(({ field }) => field)).toEqual([
    { type: "string" },
    { type: "array", items: "integer" },
    { type: "boolean" },
  ]);
});

test.each(["sizes", "output", "no-is-new", "help"])("no two options share the name %s", (cliName) => {
  expect(() => parameterOptions(operation, { Colour: { cliName } }, schemas, [])).toThrow("which is taken");
});
