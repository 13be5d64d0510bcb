import { operations } from "@earmark/annotation-client/operations";
import { schemas } from "@earmark/annotation-client/schemas";
import type { FormField, Operation } from "@earmark/http";
import type { JsonSchema } from "@earmark/validation";
import { expect, test } from "vitest";
import { fieldOptions } from "./field-option.ts";

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
