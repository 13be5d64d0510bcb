import { operations } from "@earmark/annotation-client/operations";
import { schemas } from "@earmark/annotation-client/schemas";
import type { FormField, Operation } from "@earmark/http";
import type { JsonSchema } from "@earmark/validation";
import { expect, test } from "vitest";
import { fieldOptions, parameterOptions, readField } from "./field-option.ts";
import type { Given, Option } from "./option.ts";

/** The update operation, as it would be if the document gained a field. */
function withField(property: string, field: FormField, schema: JsonSchema) {
  const [[mediaType, media] = ["", {}]] = Object.entries(operations.updateAnnotation.requestBody?.content ?? {});
  const operation: Operation = {
    ...operations.updateAnnotation,
    requestBody: {
      required: false,
      content: { [mediaType]: { ...media, fields: { ...media.fields, [property]: field } } },
    },
  };
  const request = schemas.UpdateAnnotationRequest;
  const extended = { ...request, properties: { ...request.properties, [property]: schema } };
  return fieldOptions(operation, { ...schemas, Opinion: OPINION, UpdateAnnotationRequest: extended });
}

const OPINION: JsonSchema = { type: "string", enum: ["unknown_opinion", "good", "bad"] };

const optionOf = (property: string, options = fieldOptions(operations.updateAnnotation, schemas)) =>
  options.find((option) => option.property === property)?.option;

test("every field of the form is an option", () => {
  const options = fieldOptions(operations.updateAnnotation, schemas);
  expect(options.map(({ property }) => property)).toEqual(
    Object.keys(schemas.UpdateAnnotationRequest.properties ?? {}),
  );
});

test.each<[string, FormField, JsonSchema, object]>([
  [
    "MoodRating",
    { type: "integer", nullable: true },
    { type: ["integer", "null"], enum: [1, 2, null], description: "How it\nfelt; `null` forgets it." },
    {
      kind: "value",
      name: "mood-rating",
      placeholder: "N|none",
      help: "How it felt; none forgets it. One of 1, 2, none.",
    },
  ],
  ["Urgent", { type: "boolean" }, { type: "boolean" }, { kind: "switch", name: "urgent", negatable: true, help: "" }],
  [
    "Tags",
    { type: "array", items: "string" },
    { type: "array", items: { type: "string", enum: ["a", "unknown_tag"] }, description: "Tags." },
    { kind: "list", name: "tags", placeholder: "A,B", help: "Tags. One of a." },
  ],
  [
    "Verdict",
    { type: "string" },
    { $ref: "#/components/schemas/Opinion", description: "Beside the reference." },
    { kind: "value", name: "verdict", placeholder: "V", help: "Beside the reference. One of good, bad." },
  ],
  [
    "Reason",
    { type: "string", nullable: true },
    { anyOf: [{ type: "null" }, { $ref: "#/components/schemas/Opinion" }], description: "Why." },
    { kind: "value", name: "reason", placeholder: "V|none", help: "Why. One of good, bad, none." },
  ],
  [
    "Note",
    { type: "string" },
    { maxLength: 9, description: "A note." },
    { kind: "value", name: "note", placeholder: "T", help: "A note. At most 9 characters." },
  ],
])("a new field %s is a new option", (property, field, schema, option) => {
  expect(optionOf(property, withField(property, field, schema))).toEqual(option);
});

test("undocumented values are not offered", () => {
  expect(optionOf("AnsweredBy")?.help).toMatch(/One of human, machine/);
  expect(optionOf("AnsweredBy")?.help).not.toContain("unknown_");
  expect(optionOf("QualityIssues")?.help).not.toContain("unknown_");
});

test.each(["Output", "BaseURL", "NoSpam"])("a field %s cannot hide another option", (property) => {
  expect(() => withField(property, { type: "string" }, {})).toThrow(
    /UpdateAnnotation\.\w+ cannot be --\S+, which is taken/,
  );
});

const listThings: Operation = {
  operationId: "List",
  method: "GET",
  path: "/things/{id}",
  idempotent: true,
  parameters: [
    { name: "id", in: "path", required: true, schema: "Id" },
    { name: "Colour", in: "query", schema: "Colour" },
    { name: "Sizes", in: "query", schema: "Sizes" },
    { name: "IsNew", in: "query", schema: "Flag" },
    { name: "Page", in: "query", schema: "Count" },
  ],
  responses: {},
  security: [],
};

const thingSchemas = {
  Id: { type: "string" },
  Colour: { anyOf: [{ $ref: "#/components/schemas/Colours" }, { type: "null" }] },
  Colours: { type: "string", enum: ["red", "blue"], description: "Any colour." },
  Sizes: { type: "array", items: { type: ["integer", "null"] } },
  Flag: { type: "boolean" },
  Count: { type: "integer", minimum: 1 },
};

test("every parameter of the query is an option, with its description", () => {
  const documentation = {
    Colour: { description: "The colour.", cliName: "paint" },
    Sizes: { description: "Its sizes." },
  };
  const options = parameterOptions(listThings, documentation, thingSchemas, ["Page"]);
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
  expect(() => parameterOptions(listThings, { Colour: { cliName } }, thingSchemas, [])).toThrow("which is taken");
});

function read(field: FormField, given: Record<string, Given>): unknown {
  const option: Option = { kind: "value", name: "x", placeholder: "V", help: "" };
  return readField({ property: "X", field, option }, given);
}

const integer: FormField = { type: "integer" };
const nullable: FormField = { type: "integer", nullable: true };
const list: FormField = { type: "array", items: "string" };

test.each<[string, FormField, Given, unknown]>([
  ["nothing", { type: "string" }, undefined, undefined],
  ["an empty string", { type: "string" }, "", ""],
  ["a string that looks like a number", { type: "string" }, "5", "5"],
  ["a number", integer, "-3", -3],
  ["a string that is no number", integer, "three", "three"],
  ["an empty string for a number", integer, "", ""],
  ["a number in another notation", integer, "0x10", "0x10"],
  ["none where there is null", nullable, "none", null],
  ["none where there is no null", integer, "none", "none"],
  ["a list with repetitions", list, ["b", "a", "b"], ["b", "a"]],
  ["a list of numbers", { type: "array", items: "integer" }, ["1", "x"], [1, "x"]],
])("reads %s", (_, field, given, value) => {
  expect(read(field, { x: given })).toEqual(value);
});

test.each<[Record<string, Given>, boolean | undefined]>([
  [{ x: true }, true],
  [{ "no-x": true }, false],
  [{ x: false }, false],
  [{}, undefined],
])("reads a switch from %j", (given, value) => {
  expect(read({ type: "boolean" }, given)).toBe(value);
});

test("refuses both sides of a switch", () => {
  expect(() => read({ type: "boolean" }, { x: true, "no-x": true })).toThrow("--x and --no-x exclude each other");
});
