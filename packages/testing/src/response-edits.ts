import { ADDITION, BREAKING, DOCS, type LabelledEdit, NOTHING, REWORDED, UNSEEN } from "./labelled-edit.ts";
import { below, cut, insertBelow, swap, swapAll, type TextEdit } from "./text-edit.ts";

const schemas = (edit: TextEdit): TextEdit => below("schemas:", edit);
const read = (edit: TextEdit): TextEdit => schemas(below("Annotation:", edit));
const error = (edit: TextEdit): TextEdit => below("ErrorResponse:", edit);
const tooMany = (edit: TextEdit): TextEdit => below("TooManyRequests:", edit);
const get = (edit: TextEdit): TextEdit => below("get:", edit);
const score = (line: string): TextEdit =>
  read(swap('type: [integer, "null"]', `type: [integer, "null"]\n          ${line}`));
const created =
  '"201":\n  description: Made.\n  content:\n    application/json:\n      schema: { $ref: "#/components/schemas/Annotation" }';
const json = 'content: { application/json: { schema: { $ref: "#/components/schemas/Annotation" } } }';
const csv = "text/csv:\n  schema: { type: string }";

/** What can happen to responses. */
export const RESPONSE_EDITS: readonly LabelledEdit[] = [
  ["add a field", ADDITION, read(insertBelow("properties:", "language: { type: string }"))],
  ["remove a field", BREAKING, read(cut("incident:"))],
  ["rename a field", BREAKING, read(swap("comment:", "note:"))],
  ["promise a field", ADDITION, read(swap("type: object", "type: object\n      required: [url]"))],
  ["stop promising a field", BREAKING, error(swap("[code, message, status]", "[code, message]"))],
  ["change the type of a field", BREAKING, read(swap('type: [boolean, "null"]', 'type: [string, "null"]'))],
  ["let a field have another type", BREAKING, error(swap("type: string", "type: [string, integer]"))],
  [
    "take a type away",
    ADDITION,
    error(swap("type: [string, integer]", "type: string")),
    error(swap("type: string", "type: [string, integer]")),
  ],
  ["let a whole number have a fraction", UNSEEN, read(swap("type: [integer,", "type: [number,"))],
  [
    "promise a whole number",
    "minor patch minor - -",
    read(swap("type: [number,", "type: [integer,")),
    read(swap("type: [integer,", "type: [number,")),
  ],
  ["let a field be null", BREAKING, error(swap("type: integer", 'type: [integer, "null"]'))],
  ["promise that a field is not null", ADDITION, read(swap('type: [boolean, "null"]', "type: boolean"))],
  [
    "promise that a reference is not null",
    ADDITION,
    read(
      swap(
        'anyOf:\n            - $ref: "#/components/schemas/AnsweredBy"\n            - type: "null"',
        '$ref: "#/components/schemas/AnsweredBy"',
      ),
    ),
  ],
  ["limit a field to values", ADDITION, score("enum: [1, 2, null]")],
  [
    "stop limiting a field to values",
    BREAKING,
    swap("          enum: [1, 2, null]\n", ""),
    score("enum: [1, 2, null]"),
  ],
  ["add a value", BREAKING, swap("enum: [1, 2, null]", "enum: [1, 2, 3, null]"), score("enum: [1, 2, null]")],
  [
    "remove a value",
    "minor major minor - -",
    swap("enum: [1, 2, null]", "enum: [1, null]"),
    score("enum: [1, 2, null]"),
  ],
  ["change a constant", BREAKING, swap("const: 1", "const: 2"), score("const: 1")],
  ["loosen a limit", UNSEEN, error(swap("minimum: 400", "minimum: 300"))],
  ["tighten a limit", "minor patch minor - -", error(swap("minimum: 400", "minimum: 500"))],
  ["drop a limit", UNSEEN, error(swap("          minimum: 400\n", ""))],
  ["drop a length", UNSEEN, below("AccountSid:", swap("      maxLength: 34\n", ""))],
  ["change a pattern", "minor patch minor - -", swap("^AC[0-9a-fA-F]{32}$", "^AC[0-9a-f]{32}$")],
  ["drop a pattern", "minor patch minor - -", swap("      pattern: ^AC[0-9a-fA-F]{32}$\n", "")],
  ["set a format", "minor patch minor - -", error(swap("type: string", "type: string\n          format: email"))],
  [
    "change the items of a list",
    "major major major major -",
    read(below("items:", swap('$ref: "#/components/schemas/QualityIssue"', "type: integer"))),
  ],
  [
    "forbid fields that are not listed",
    "minor patch minor - -",
    read(swap("type: object", "type: object\n      additionalProperties: false")),
  ],
  [
    "add an alternative",
    BREAKING,
    read(
      swap(
        '- $ref: "#/components/schemas/CallSid"',
        '- $ref: "#/components/schemas/CallSid"\n            - type: integer',
      ),
    ),
  ],
  [
    "remove an alternative",
    "minor major minor - -",
    read(swap("            - type: integer\n", "")),
    read(
      swap(
        '- $ref: "#/components/schemas/CallSid"',
        '- $ref: "#/components/schemas/CallSid"\n            - type: integer',
      ),
    ),
  ],
  [
    "deprecate a field",
    "minor minor - - -",
    read(swap('type: [boolean, "null"]', 'type: [boolean, "null"]\n          deprecated: true')),
  ],
  [
    "make a field readOnly",
    "- patch - - -",
    read(swap('type: [boolean, "null"]', 'type: [boolean, "null"]\n          readOnly: true')),
  ],
  ["give a field a default", DOCS, score("default: 1")],
  ["document another error", "minor minor - - -", get(insertBelow("responses:", '"503":\n  description: Busy.'))],
  ["document any other error", "minor minor - - -", get(insertBelow("responses:", "default:\n  description: Busy."))],
  ["stop documenting an error", "minor minor - - -", get(cut('"429":'))],
  ["change the status of success", "major major - - -", get(swap('"200":', '"201":'))],
  ["succeed with another status too", "minor minor - - -", get(insertBelow("responses:", created))],
  [
    "succeed with another status and body too",
    "minor major - - -",
    get(insertBelow("responses:", created.replace("schemas/Annotation", "schemas/ErrorResponse"))),
  ],
  ["stop succeeding with a status", "major major - - -", get(cut('"201":')), get(insertBelow("responses:", created))],
  ["respond in another media type", "major major - - -", get(swap("application/json:", "application/xml:"))],
  ["respond in another media type too", "minor major - minor -", get(insertBelow("content:", csv))],
  [
    "stop responding in a media type",
    "major major - major -",
    get(cut("text/csv:")),
    get(insertBelow("content:", csv)),
  ],
  ["add a header", "minor minor - - -", tooMany(insertBelow("headers:", "X-Limit: { schema: { type: integer } }"))],
  ["remove a header", "major major - - -", tooMany(cut("headers:"))],
  ["change the type of a header", BREAKING, tooMany(swap("type: string", "type: integer"))],
  ["promise a header", "minor minor - - -", tooMany(swap("Retry-After:", "Retry-After:\n          required: true"))],
  [
    "stop promising a header",
    "major major - - -",
    swap("          required: true\n", ""),
    tooMany(swap("Retry-After:", "Retry-After:\n          required: true")),
  ],
  [
    "deprecate a header",
    "minor minor - - -",
    tooMany(swap("Retry-After:", "Retry-After:\n          deprecated: true")),
  ],
  [
    "stop deprecating a header",
    "- patch - - patch",
    swap("          deprecated: true\n", ""),
    tooMany(swap("Retry-After:", "Retry-After:\n          deprecated: true")),
  ],
  [
    "respond with a body",
    "minor major - - -",
    get(swap("description: The annotation.", `description: The annotation.\n          ${json}`)),
    get(cut("content:")),
  ],
  ["respond without a body", "major major - - -", get(cut("content:"))],
  ["spell a header in another case", "- major - - -", swap("Retry-After:", "retry-after:")],
  ["move a response to another component", NOTHING, swapAll("TooManyRequests", "Busy")],
];

/** What can happen to schemas that travel both ways. */
export const SHARED_EDITS: readonly LabelledEdit[] = [
  ["add a value", BREAKING, swap("human, machine]", "human, machine, fax]")],
  ["remove a value", BREAKING, swap("human, machine]", "human]")],
  ["reorder the values", REWORDED, swap("human, machine]", "machine, human]")],
  ["tighten a pattern", UNSEEN, swap("^CA[0-9a-fA-F]{32}$", "^CA[0-9a-f]{32}$")],
  ["drop a pattern", ADDITION, swap("      pattern: ^CA[0-9a-fA-F]{32}$\n", "")],
  ["loosen a length", "major minor major - -", schemas(below("CallSid:", swap("maxLength: 34", "maxLength: 40")))],
  ["tighten a length", UNSEEN, schemas(below("CallSid:", swap("minLength: 34", "minLength: 35")))],
  [
    "stop limiting to values",
    "major major major major -",
    swap("      enum: [unknown_answered_by, human, machine]\n", ""),
  ],
];
