import { DOCS, type LabelledEdit, NOTHING, REWORDED } from "./labelled-edit.ts";
import { all, below, cut, insertBelow, swap, swapAll, type TextEdit } from "./text-edit.ts";

const get = (edit: TextEdit): TextEdit => below("get:", edit);
const scheme = (edit: TextEdit): TextEdit => below("securitySchemes:", edit);
const page = (line: string): TextEdit =>
  get(swap("operationId: FetchAnnotation", `operationId: FetchAnnotation\n      parameters:\n        - ${line}`));
const PAGE = "{ name: Page, in: query, schema: { type: integer } }";
const root = (line: string): TextEdit => swap("\nsecurity:", `\n${line}\nsecurity:`);
const head = 'head:\n  operationId: ProbeAnnotation\n  responses: { "200": { description: There is one. } }';
const OTHER_SERVER = swap("\nsecurity:", "\n  - url: https://other.example.com\nsecurity:");
const ownServer = (url: string): TextEdit =>
  swap("operationId: FetchAnnotation", `operationId: FetchAnnotation\n      servers: [{ url: ${url} }]`);
const key = "ApiKey: { type: apiKey, in: header, name: X-Key }";
const UNUSED = insertBelow("schemas:", "Unused: { type: string, enum: [a, b] }");
const bearer = all(scheme(swap("scheme: basic", "scheme: bearer")), scheme(cut("x-credentials:")));

/** What can happen around the schemas. */
export const API_EDITS: readonly LabelledEdit[] = [
  ["add an operation", "minor minor - minor -", insertBelow("/v1/Voice/{CallSid}/Annotation:", head)],
  ["remove an operation", "major major - major -", cut("get:")],
  [
    "deprecate an operation",
    "minor minor - - -",
    get(swap("operationId: FetchAnnotation", "operationId: FetchAnnotation\n      deprecated: true")),
  ],
  ["rename an operation", "- major - major -", swap("operationId: FetchAnnotation", "operationId: GetAnnotation")],
  ["rename a path", "major major - - -", swap("/v1/Voice/{CallSid}/Annotation:", "/v1/Voice/{CallSid}/Note:")],
  ["change a method", "major major - - -", swap("post:", "put:")],
  ["rename a path parameter", "- major - major -", all(swap("{CallSid}", "{Sid}"), swap("name: CallSid", "name: Sid"))],
  [
    "move a path parameter to another component",
    NOTHING,
    all(
      swap("parameters/CallSid", "parameters/Call"),
      below("parameters:", below("parameters:", swap("CallSid:", "Call:"))),
    ),
  ],
  ["add an optional query parameter", "minor minor - minor -", page(PAGE)],
  [
    "add a required query parameter",
    "major major - minor -",
    page("{ name: Page, in: query, required: true, schema: { type: integer } }"),
  ],
  ["remove a query parameter", "major major - major -", swap(`      parameters:\n        - ${PAGE}\n`, ""), page(PAGE)],
  ["rename a query parameter", "major major - major -", swap("name: Page", "name: PageNumber"), page(PAGE)],
  ["require a query parameter", "major major - - -", swap("in: query", "in: query, required: true"), page(PAGE)],
  [
    "stop requiring a query parameter",
    "minor minor - - -",
    swap("in: query, required: true", "in: query"),
    page(PAGE.replace("in: query", "in: query, required: true")),
  ],
  [
    "change the type of a query parameter",
    "major major major - -",
    swap("schema: { type: integer }", "schema: { type: boolean }"),
    page(PAGE),
  ],
  [
    "give a query parameter a default",
    "major minor - - -",
    swap("schema: { type: integer }", "schema: { type: integer, default: 1 }"),
    page(PAGE),
  ],
  [
    "let a query parameter be empty",
    "minor minor - - -",
    swap("in: query,", "in: query, allowEmptyValue: true,"),
    page(PAGE),
  ],
  [
    "let a query parameter not be empty any more",
    "major patch - - -",
    swap(", allowEmptyValue: true", ""),
    page(PAGE.replace("in: query,", "in: query, allowEmptyValue: true,")),
  ],
  [
    "write a list in a query in another way",
    "major patch - - -",
    swap("in: query,", "in: query, explode: false,"),
    page("{ name: Ids, in: query, schema: { type: array, items: { type: string } } }"),
  ],
  [
    "add a required header",
    "major major - minor -",
    page("{ name: X-Trace, in: header, required: true, schema: { type: string } }"),
  ],
  ["add an optional header", "minor minor - minor -", page("{ name: X-Trace, in: header, schema: { type: string } }")],
  [
    "spell a header in another case",
    "- major - major -",
    swap("name: X-Trace", "name: x-trace"),
    page("{ name: X-Trace, in: header, schema: { type: string } }"),
  ],
  [
    "promise that an update may be repeated",
    "minor - - - -",
    swap("deprecated: false", "deprecated: false\n      x-idempotent: true"),
    swap("x-idempotent: true", "deprecated: false"),
  ],
  ["stop promising that an update may be repeated", "major - - - -", swap("      x-idempotent: true\n", "")],
  [
    "know an update that is repeated by a key",
    "minor - - - -",
    swap("x-idempotent: true", "x-idempotent: true\n      x-idempotency-key: Idempotency-Key"),
  ],
  [
    "know it by a key in a header that callers give until then",
    "minor minor - - -",
    swap("x-idempotent: true", "x-idempotent: true\n      x-idempotency-key: X-Key"),
    swap(
      "operationId: UpdateAnnotation",
      "operationId: UpdateAnnotation\n      parameters: [{ name: X-Key, in: header, required: true, schema: { type: string } }]",
    ),
  ],
  ["say where errors have their code", "minor - - - -", root("x-error: { code: /code }")],
  [
    "say that errors have it elsewhere",
    "major - - - -",
    swap("code: /code", "code: /more_info"),
    root("x-error: { code: /code }"),
  ],
  ["name the header of request ids", "minor - - - -", root("x-request-id-header: Twilio-Request-Id")],
  ["promise that a refused request was not processed", "minor - - - -", root("x-retry-on: [429]")],
  ["move the server", "major minor - - -", swap("https://insights.twilio.com\n", "https://insights.example.com\n")],
  ["name no absolute server", "major major - major -", swap("https://insights.twilio.com\n", "/insights\n")],
  ["add a server", "minor minor - - -", OTHER_SERVER],
  ["move one operation to another server", "major minor - - -", get(ownServer("https://reads.example.com"))],
  [
    "bring an operation back to the server of the others",
    "major minor - - -",
    swap("\n      servers: [{ url: https://reads.example.com }]", ""),
    get(ownServer("https://reads.example.com")),
  ],
  ["repeat the server for one operation", DOCS, get(ownServer("https://insights.twilio.com"))],
  [
    "move a path to another server",
    "major minor - - -",
    insertBelow("/v1/Voice/{CallSid}/Annotation:", "servers: [{ url: https://voice.example.com }]"),
  ],
  ["remove a server", "major minor - - -", swap("  - url: https://other.example.com\n", ""), OTHER_SERVER],
  [
    "ask for credentials",
    "major major - major -",
    swap("security: []", "security: [{ BasicAuth: [] }]"),
    swap("security:\n  - BasicAuth: []", "security: []"),
  ],
  ["ask for credentials no more", "minor major - major -", swap("security:\n  - BasicAuth: []\n", "")],
  [
    "ask for credentials no more in one operation",
    "minor minor - - -",
    get(swap("operationId: FetchAnnotation", "operationId: FetchAnnotation\n      security: []")),
  ],
  ["authenticate in another way", "major major - major -", bearer],
  [
    "authenticate in another way too",
    "minor minor - minor -",
    all(
      insertBelow("securitySchemes:", key),
      swap("security:\n  - BasicAuth: []", "security:\n  - BasicAuth: []\n  - ApiKey: []"),
    ),
  ],
  ["rename a security scheme", DOCS, swapAll("BasicAuth", "Basic")],
  ["rename the options for credentials", "- major - major -", scheme(swap("[apiKey, apiSecret]", "[key, secret]"))],
  [
    "name other options for credentials too",
    "- minor - minor -",
    scheme(swap("- [apiKey, apiSecret]", "- [apiKey, apiSecret]\n        - [user, password]")),
  ],
  [
    "rename a schema",
    "- major - major -",
    all(
      swapAll('schemas/ConnectivityIssue"', 'schemas/Connectivity"'),
      swap("\n    ConnectivityIssue:", "\n    Connectivity:"),
    ),
  ],
  ["add a schema", "- minor minor minor -", UNUSED],
  ["remove a schema", "- major major major -", cut("Unused: { type: string, enum: [a, b] }"), UNUSED],
  ["narrow a schema that nothing uses", "- major major - -", swap("enum: [a, b]", "enum: [a]"), UNUSED],
  ["widen a schema that nothing uses", "- minor minor - -", swap("enum: [a, b]", "enum: [a, b, c]"), UNUSED],
  [
    "give an inline schema a name",
    "- minor - minor -",
    all(
      below("UpdateAnnotationRequest:", swap("type: boolean", '$ref: "#/components/schemas/IsSpam"')),
      insertBelow("schemas:", "IsSpam: { type: boolean }"),
    ),
  ],
  [
    "write a reference out",
    "- major - major -",
    below(
      "UpdateAnnotationRequest:",
      swap(
        '$ref: "#/components/schemas/AnsweredBy"',
        "type: string\n          enum: [unknown_answered_by, human, machine]",
      ),
    ),
  ],
  [
    "wrap a reference into allOf",
    REWORDED,
    below(
      "UpdateAnnotationRequest:",
      swap('$ref: "#/components/schemas/AnsweredBy"', 'allOf: [{ $ref: "#/components/schemas/AnsweredBy" }]'),
    ),
  ],
  [
    "wrap a type into allOf",
    REWORDED,
    below("UpdateAnnotationRequest:", swap("type: boolean", "allOf: [{ type: boolean }]")),
  ],
  [
    "write null in the way of OpenAPI 3.0",
    NOTHING,
    below("schemas:", below("Annotation:", swap('type: [boolean, "null"]', "type: boolean\n          nullable: true"))),
  ],
  ["describe a field in other words", DOCS, swap("A remark of at most", "A note of at most")],
  ["describe an operation in other words", DOCS, swap("summary: Read what was noted", "summary: See what was noted")],
  [
    "describe a parameter in other words",
    DOCS,
    below("parameters:", swap("description: SID of the call.", "description: The SID of the call.")),
  ],
  ["describe a response in other words", DOCS, swap("description: The annotation.", "description: What was noted.")],
  [
    "describe a header in other words",
    DOCS,
    swap("description: Seconds to wait,", "description: The seconds to wait,"),
  ],
  ["describe the body in other words", DOCS, swap("The fields to set. The", "Fields to set. The")],
  ["describe a scheme in other words", DOCS, swap("An account SID with its", "The account SID with its")],
  ["describe a server in other words", DOCS, swap("description: US1, the only", "description: US1, the one")],
  ["describe the document in other words", DOCS, swap("title: Call Annotation", "title: Annotations of calls")],
  ["give the document another version", DOCS, swap("version: 1.0.0", "version: 1.0.1")],
  ["change an example", DOCS, swap("comment: this is a call", "comment: this was a call")],
  [
    "change the example of a parameter",
    DOCS,
    swap("example: CAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "example: CAbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"),
  ],
  ["tag an operation", DOCS, swap("tags: [Annotation]", "tags: [Annotation, Voice]")],
  ["describe a tag", DOCS, swap("description: The annotation of one call.", "description: Annotations.")],
  [
    "add an extension that is not read",
    DOCS,
    get(swap("operationId: FetchAnnotation", "operationId: FetchAnnotation\n      x-team: voice")),
  ],
  ["reorder keys", NOTHING, all(cut("title: Call Annotation"), insertBelow("info:", "title: Call Annotation"))],
  ["add a comment of YAML", NOTHING, swap("openapi: 3.1.1", "# Ours.\nopenapi: 3.1.1")],
];
