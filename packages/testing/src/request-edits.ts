import { ADDITION, BREAKING, type LabelledEdit, NOTHING, UNSEEN } from "./labelled-edit.ts";
import { all, below, cut, insertBelow, swap, type TextEdit } from "./text-edit.ts";

const body = (edit: TextEdit): TextEdit => below("UpdateAnnotationRequest:", edit);
const post = (edit: TextEdit): TextEdit => below("post:", edit);
/** Behind the schema's own `type`, and behind that of one of its fields. */
const beside = (line: string): TextEdit => body(swap("type: object", `type: object\n      ${line}`));
const spam = (line: string): TextEdit => body(swap("type: boolean", `type: boolean\n          ${line}`));
const comment = (line: string): TextEdit => body(swap("maxLength: 100", `maxLength: 100\n          ${line}`));
const items = (line: string): TextEdit => body(swap("minItems: 1", `minItems: 1\n          ${line}`));
const closed = "      additionalProperties: false\n";
const json = 'application/json:\n  schema:\n    $ref: "#/components/schemas/UpdateAnnotationRequest"';

/** What can happen to a request's body. */
export const REQUEST_EDITS: readonly LabelledEdit[] = [
  ["add an optional field", ADDITION, body(insertBelow("properties:", "Language: { type: string }"))],
  [
    "add a required field",
    BREAKING,
    all(body(insertBelow("properties:", "Language: { type: string }")), beside("required: [Language]")),
  ],
  ["remove a field", BREAKING, body(cut("Incident:"))],
  ["rename a field", BREAKING, body(swap("Comment:", "Note:"))],
  ["require a field", BREAKING, beside("required: [Comment]")],
  ["stop requiring a field", ADDITION, swap("required: [Comment]", "required: []"), beside("required: [Comment]")],
  ["change the type of a field", BREAKING, body(swap("type: boolean", "type: string"))],
  ["let a field have another type", ADDITION, body(swap("type: boolean", "type: [boolean, string]"))],
  ["let a whole number have a fraction", ADDITION, body(swap("type: [integer,", "type: [number,"))],
  ["let a field be null", ADDITION, body(swap("type: boolean", 'type: [boolean, "null"]'))],
  ["forbid null", BREAKING, body(all(swap('[integer, "null"]', "integer"), swap("5, null]", "5]")))],
  ["leave null out of the values of a type that has it", NOTHING, body(swap("5, null]", "5]"))],
  ["add a value", ADDITION, body(swap("5, null]", "5, 6, null]"))],
  ["remove a value", BREAKING, body(swap("5, null]", "null]"))],
  ["limit a field to values", BREAKING, spam("enum: [true]")],
  ["stop limiting a field to values", ADDITION, body(swap("          enum: [1, 2, 3, 4, 5, null]\n", ""))],
  ["tighten maxLength", UNSEEN, body(swap("maxLength: 100", "maxLength: 50"))],
  ["loosen maxLength", ADDITION, body(swap("maxLength: 100", "maxLength: 200"))],
  ["drop maxLength", ADDITION, body(swap("          maxLength: 100\n", ""))],
  ["set minLength", UNSEEN, comment("minLength: 1")],
  ["set a pattern", UNSEEN, comment("pattern: ^[a-z]*$")],
  ["change a pattern", UNSEEN, swap("^[a-z]*$", "^[a-z]+$"), comment("pattern: ^[a-z]*$")],
  ["drop a pattern", ADDITION, swap("          pattern: ^[a-z]*$\n", ""), comment("pattern: ^[a-z]*$")],
  ["set a format", UNSEEN, comment("format: uri")],
  ["change a format", UNSEEN, body(swap("format: uri", "format: email")), comment("format: uri")],
  ["drop a format", ADDITION, body(swap("          format: uri\n", "")), comment("format: uri")],
  ["tighten minItems", UNSEEN, body(swap("minItems: 1", "minItems: 2"))],
  ["drop minItems", ADDITION, body(swap("          minItems: 1\n", ""))],
  ["set maxItems", UNSEEN, items("maxItems: 3")],
  ["demand unique items", UNSEEN, items("uniqueItems: true")],
  [
    "stop demanding unique items",
    ADDITION,
    swap("uniqueItems: true", "uniqueItems: false"),
    items("uniqueItems: true"),
  ],
  [
    "set a minimum",
    UNSEEN,
    body(swap("minItems", "minimum: 1\n          minItems")),
    body(swap("type: array", "type: [array, number]")),
  ],
  ["give a field a default", "major minor - - -", spam("default: false")],
  ["change a default", "major minor - - -", swap("default: false", "default: true"), spam("default: false")],
  ["drop a default", "major minor - - -", swap("          default: false\n", ""), spam("default: false")],
  [
    "change the items of a list",
    "major major major major -",
    body(swap('$ref: "#/components/schemas/QualityIssue"', "type: integer")),
  ],
  ["allow fields that are not listed", ADDITION, body(swap(closed, ""))],
  ["forbid fields that are not listed", UNSEEN, beside("additionalProperties: false"), body(swap(closed, ""))],
  ["tighten a conditional", UNSEEN, body(swap("maxItems: 1", "maxItems: 1\n            uniqueItems: true"))],
  ["loosen a conditional", ADDITION, body(swap("maxItems: 1", "maxItems: 2"))],
  ["change when a conditional applies", UNSEEN, body(swap("const: no_quality_issue", "const: unknown_quality_issue"))],
  ["drop a conditional", ADDITION, body(all(cut("if:"), cut("then:")))],
  ["limit the number of fields", UNSEEN, beside("minProperties: 1")],
  ["demand a field beside another one", UNSEEN, beside("dependentRequired: { Comment: [Incident] }")],
  ["limit the names of fields", UNSEEN, beside("propertyNames: { maxLength: 20 }")],
  ["deprecate a field", "minor minor - - -", spam("deprecated: true")],
  ["make a field readOnly", "minor patch minor - -", spam("readOnly: true")],
  ["require the body", "major major - - -", post(swap("required: false", "required: true"))],
  [
    "stop requiring the body",
    "minor minor - - -",
    post(swap("        required: true\n", "")),
    post(swap("required: false", "required: true")),
  ],
  ["remove the body", "major major - major -", cut("requestBody:")],
  ["send another media type", "major major - - -", swap("application/x-www-form-urlencoded:", "application/json:")],
  ["accept another media type too", "minor minor - - -", post(insertBelow("content:", json))],
  [
    "stop accepting a media type",
    "major major - - -",
    post(cut("application/json:")),
    post(insertBelow("content:", json)),
  ],
  ["write a list in another way", "major patch - - -", post(swap("explode: false", "explode: true"))],
  ["drop the encoding of a list", "major patch - - -", post(cut("encoding:"))],
  [
    "say what an encoding is by default",
    NOTHING,
    post(swap("style: form", "style: form\n                allowReserved: false")),
  ],
  [
    "name the media types that fields have anyway",
    NOTHING,
    post(
      insertBelow(
        "encoding:",
        "Comment: { contentType: text/plain }\nSpam: { contentType: text/plain }\nCallScore: { contentType: text/plain }",
      ),
    ),
  ],
  [
    "write a field in another media type",
    "major patch - - -",
    post(insertBelow("encoding:", "Comment: { contentType: application/json }")),
  ],
];
