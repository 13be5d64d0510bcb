import type { OperationRule } from "../rules/index.ts";
import type { Example } from "./rule-example.ts";

const DONE = 'responses: { "204": { description: Done. } }';
const POST = `    post: { operationId: ChangeThing, ${DONE} }`;
const SKIPPED = `    get: { operationId: FindOthers, parameters: [{ name: page, in: fragment, schema: {} }], ${DONE} }`;
const paths = (...lines: readonly string[]): string => `paths:\n${lines.join("\n")}`;
const page = (more: string): string => `parameters:\n  - { name: page, in: query, ${more}schema: { type: integer } }`;
const pages = (next: string): string =>
  paths(
    "  /things:",
    "    get:",
    "      operationId: ListThings",
    `      x-pagination: { items: /things, ${next} }`,
    '      responses: { "200": { description: Found., content: { application/json: { schema: { $ref: "#/components/schemas/Page" } } } } }',
    "components:\n  schemas:",
    "    Page: { properties: { things: { type: array }, next: { type: string }, meta: { type: string } } }",
  );
const api = (extension: string): string => `${paths("  /things:", POST)}\n${extension}`;
const header = (name: string): string => `parameters:\n  - { name: ${name}, in: header, schema: { type: string } }`;
const keyed = (line: string): string =>
  `${line}\nparameters: [{ name: X-Key, in: header, required: true, schema: { type: string } }]`;
const byId = (name: string): string =>
  paths(
    `  /things/{${name}}:`,
    `    parameters: [{ name: ${name}, in: path, required: true, schema: { type: string } }]`,
    POST,
  );

const body = (mediaType: string): string => `requestBody:\n  content:\n    ${mediaType}: { schema: { type: object } }`;
const bodies = (...mediaTypes: readonly string[]): string =>
  `requestBody:\n  content:\n${mediaTypes.map((name) => `    ${name}: { schema: { type: object } }`).join("\n")}`;
const required = (isRequired: boolean): string =>
  `requestBody:\n  required: ${isRequired}\n  content:\n    text/plain: { schema: { type: string } }`;
const responding = (...mediaTypes: readonly string[]): string =>
  `responses:\n  "200":\n    description: Found.\n    content:\n${mediaTypes.map((name) => `      ${name}: { schema: { type: object } }`).join("\n")}`;
const statuses = (...codes: readonly string[]): string =>
  `responses:\n${codes.map((code) => `  "${code}": { description: Done. }`).join("\n")}`;
const limit = (name: string, more = ""): string =>
  `responses:\n  "204":\n    description: Done.\n    headers:\n      ${name}: { ${more}schema: { type: integer } }`;
const form = (encoding: string): string =>
  `requestBody:\n  content:\n    application/x-www-form-urlencoded:\n      schema:\n        type: object\n        properties: { tags: { type: array, items: { type: string } } }${encoding}`;

/** A request that the server sends to an address of the caller. */
const webhook = (name: string, request: string): string =>
  `webhooks:\n  ${name}:\n    post:\n${request.replaceAll(/^(?=.)/gm, "      ")}\n      responses: { "204": { description: Seen. } }`;
const sent = (request: string): string => webhook("thingChanged", request);

const unhandled = webhook("thingGone", "parameters:\n  - { name: page, in: fragment, schema: {} }");
const answered = (...codes: readonly string[]): string =>
  sent("summary: Thing changed.").replace(
    'responses: { "204": { description: Seen. } }',
    `responses:\n${codes.map((code) => `        "${code}": { description: Seen. }`).join("\n")}`,
  );
const SEEN = "Seen., content: { text/plain: { schema: { type: string } } }";
/** A request that the server sends because of another one. */
const calledBack = (address: string): string =>
  `callbacks:\n  changed:\n    "${address}":\n      post: { responses: { "204": { description: Seen. } } }`;

/** An edit for each rule about operations, their parameters, bodies and responses. */
export const OPERATION_EXAMPLES: Readonly<Record<OperationRule, Example>> = {
  "operation-added": [
    paths("  /things:", POST),
    paths("  /things:", `    get: { operationId: ListThings, ${DONE} }`, POST),
  ],
  "operation-removed": [
    paths("  /things:", `    get: { operationId: ListThings, ${DONE} }`, POST),
    paths("  /things:", POST),
  ],
  "path-renamed": [paths("  /things:", POST), paths("  /objects:", POST)],
  "method-changed": [paths("  /things:", POST), paths("  /things:", POST.replace("post", "put"))],
  "operation-renamed": ["operationId: ChangeThing", "operationId: UpdateThing"],
  "skipped-operation-added": [paths("  /things:", POST), paths("  /things:", POST, "  /others:", SKIPPED)],
  "skipped-operation-removed": [paths("  /things:", POST, "  /others:", SKIPPED), paths("  /things:", POST)],
  "operation-skipped": [page(""), page("").replace("in: query", "in: fragment")],
  "operation-generated": [page("").replace("in: query", "in: fragment"), page("")],
  "operation-deprecated": ["summary: Change it.", "summary: Change it.\ndeprecated: true"],
  "operation-not-deprecated": ["summary: Change it.\ndeprecated: true", "summary: Change it."],
  "pagination-changed": [pages("nextUrl: /next"), pages("nextUrl: /meta")],
  "operation-became-repeatable": ["summary: Change it.", "summary: Change it.\nx-idempotent: true"],
  "operation-became-unrepeatable": ["summary: Change it.\nx-idempotent: true", "summary: Change it."],
  "idempotency-key-added": ["summary: Change it.", "summary: Change it.\nx-idempotency-key: Idempotency-Key"],
  "idempotency-key-removed": ["summary: Change it.\nx-idempotency-key: Idempotency-Key", "summary: Change it."],
  "idempotency-key-renamed": ["x-idempotency-key: Idempotency-Key", "x-idempotency-key: X-Request-Key"],
  "retry-status-added": ["summary: Change it.", "summary: Change it.\nx-retry-on: [429]"],
  "retry-status-removed": ["x-retry-on: [409, 429]", "x-retry-on: [429]"],
  "error-part-added": [api("x-error: { code: /code }"), api("x-error: { code: /code, message: /message }")],
  "error-part-moved": [api("x-error: { code: /code }"), api("x-error: { code: /error/code }")],
  "error-part-removed": [api("x-error: { code: /code, link: /more }"), api("x-error: { code: /code }")],
  "request-id-header-changed": [api("x-team: voice"), api("x-team: voice\nx-request-id-header: Request-Id")],
  "idempotency-key-became-optional": [keyed("summary: Change it."), keyed("x-idempotency-key: X-Key")],
  "idempotency-key-became-required": [keyed("x-idempotency-key: X-Key"), keyed("summary: Change it.")],
  "webhook-added": [
    sent("operationId: ThingChanged"),
    `${sent("operationId: ThingChanged")}\n${webhook("thingGone", "operationId: ThingGone").replace("webhooks:\n", "")}`,
  ],
  "webhook-removed": [
    `${sent("operationId: ThingChanged")}\n${webhook("thingGone", "operationId: ThingGone").replace("webhooks:\n", "")}`,
    sent("operationId: ThingChanged"),
  ],
  "webhook-renamed": [
    sent("operationId: ThingChanged"),
    sent("operationId: ThingChanged").replace("thingChanged", "thingEdited"),
  ],
  "webhook-method-changed": [
    sent("operationId: ThingChanged"),
    sent("operationId: ThingChanged").replace("post", "put"),
  ],
  "callback-address-changed": [calledBack("https://example.com/seen"), calledBack("https://example.com/changed")],
  "webhook-skipped": [sent(header("X-Trace")), sent(header("X-Trace").replace("in: header", "in: fragment"))],
  "webhook-generated": [sent(header("X-Trace").replace("in: header", "in: fragment")), sent(header("X-Trace"))],
  "skipped-webhook-added": [
    sent("operationId: ThingChanged"),
    `${sent("operationId: ThingChanged")}\n${unhandled.replace("webhooks:\n", "")}`,
  ],
  "skipped-webhook-removed": [
    `${sent("operationId: ThingChanged")}\n${unhandled.replace("webhooks:\n", "")}`,
    sent("operationId: ThingChanged"),
  ],
  "webhook-response-added": [answered("204"), answered("204", "410")],
  "webhook-response-removed": [answered("204", "410"), answered("204")],
  "webhook-response-header-required": [
    answered("204"),
    answered("204").replace("Seen.", "Seen., headers: { X-Why: { required: true, schema: { type: string } } }"),
  ],
  "webhook-response-header-changed": [
    answered("204").replace("Seen.", "Seen., headers: { X-Why: { schema: { type: string } } }"),
    answered("204").replace("Seen.", "Seen., headers: { X-Why: { schema: { type: integer } } }"),
  ],
  "webhook-response-body-added": [answered("200"), answered("200").replace("Seen.", SEEN)],
  "webhook-response-body-removed": [answered("200").replace("Seen.", SEEN), answered("200")],
  "webhook-security-changed": [
    sent("operationId: ThingChanged"),
    sent("operationId: ThingChanged\nsecurity: [{ Key: [] }]"),
  ],
  "webhook-parameter-added": [sent("operationId: ThingChanged"), sent(header("X-Trace"))],
  "webhook-parameter-removed": [sent(header("X-Trace")), sent("operationId: ThingChanged")],
  "webhook-parameter-renamed": [sent(header("X-Trace")), sent(header("X-Trace-Id"))],
  "webhook-parameter-became-required": [
    sent(header("X-Trace")),
    sent(header("X-Trace").replace("in: header", "in: header, required: true")),
  ],
  "webhook-parameter-became-optional": [
    sent(header("X-Trace").replace("in: header", "in: header, required: true")),
    sent(header("X-Trace")),
  ],
  "webhook-body-added": [sent("operationId: ThingChanged"), sent(body("application/json"))],
  "webhook-body-removed": [sent(body("application/json")), sent("operationId: ThingChanged")],
  "webhook-body-became-required": [sent(required(false)), sent(required(true))],
  "webhook-body-became-optional": [sent(required(true)), sent(required(false))],
  "parameter-added": ["summary: Change it.", `summary: Change it.\n${page("")}`],
  "required-parameter-added": ["summary: Change it.", `summary: Change it.\n${page("required: true, ")}`],
  "parameter-removed": [`summary: Change it.\n${page("")}`, "summary: Change it."],
  "parameter-renamed": [page(""), page("").replace("name: page", "name: pageNumber")],
  "path-parameter-renamed": [byId("id"), byId("thingId")],
  "header-parameter-respelled": [header("X-Trace"), header("x-trace")],
  "option-renamed": [page(""), page("x-cli-name: page-number, ")],
  "parameters-reordered": [
    `${page("")}\n  - { name: size, in: query, schema: { type: integer } }`,
    page("").replace("\n", "\n  - { name: size, in: query, schema: { type: integer } }\n"),
  ],
  "parameter-became-required": [page(""), page("required: true, ")],
  "parameter-became-optional": [page("required: true, "), page("")],
  "parameter-serialization-changed": [
    "parameters:\n  - { name: ids, in: query, schema: { type: array } }",
    "parameters:\n  - { name: ids, in: query, explode: false, schema: { type: array } }",
  ],
  "parameter-may-be-empty": [page(""), page("allowEmptyValue: true, ")],
  "parameter-may-not-be-empty": [page("allowEmptyValue: true, "), page("")],
  "parameter-deprecated": [page(""), page("deprecated: true, ")],
  "parameter-not-deprecated": [page("deprecated: true, "), page("")],
  "request-body-added": ["summary: Change it.", `summary: Change it.\n${body("application/json")}`],
  "required-request-body-added": ["summary: Change it.", `summary: Change it.\n${required(true)}`],
  "request-body-removed": [`summary: Change it.\n${body("application/json")}`, "summary: Change it."],
  "request-body-became-required": [required(false), required(true)],
  "request-body-became-optional": [required(true), required(false)],
  "request-media-type-added": [bodies("application/json"), bodies("application/json", "application/xml")],
  "request-media-type-removed": [bodies("application/json", "application/xml"), bodies("application/json")],
  "request-media-type-changed": [bodies("application/json"), bodies("application/xml")],
  "response-media-type-added": [responding("application/json"), responding("application/json", "application/xml")],
  "response-media-type-removed": [responding("application/json", "application/xml"), responding("application/json")],
  "response-media-type-changed": [responding("application/json"), responding("application/xml")],
  "media-type-parameters-changed": [responding("text/csv"), responding("text/csv; charset=utf-8")],
  "request-media-type-widened": [bodies("image/png"), bodies("image/*")],
  "request-media-type-narrowed": [bodies("image/*"), bodies("image/png")],
  "response-media-type-widened": [responding("image/png"), responding("image/*")],
  "response-media-type-narrowed": [responding("image/*"), responding("image/png")],
  "request-media-type-schema-added": [
    bodies("application/json").replace("{ schema: { type: object } }", "{}"),
    bodies("application/json"),
  ],
  "request-media-type-schema-removed": [
    bodies("application/json"),
    bodies("application/json").replace("{ schema: { type: object } }", "{}"),
  ],
  "response-media-type-schema-added": [
    responding("application/json").replace("{ schema: { type: object } }", "{}"),
    responding("application/json"),
  ],
  "response-media-type-schema-removed": [
    responding("application/json"),
    responding("application/json").replace("{ schema: { type: object } }", "{}"),
  ],
  "encoding-changed": [form(""), form("\n      encoding: { tags: { explode: false } }")],
  "success-response-added": [
    statuses("200"),
    `${statuses("200")}\n${responding("text/csv").replace("responses:\n", "").replace("200", "202")}`,
  ],
  "success-status-added": [
    responding("application/json"),
    `${responding("application/json")}\n${responding("application/json").replace("responses:\n", "").replace("200", "202")}`,
  ],
  "success-response-removed": [statuses("200", "202"), statuses("200")],
  "success-status-changed": [statuses("200"), statuses("201")],
  "error-response-added": [statuses("200"), statuses("200", "404")],
  "error-response-removed": [statuses("200", "404"), statuses("200")],
  "response-body-added": [statuses("200"), responding("application/json")],
  "response-body-removed": [responding("application/json"), statuses("200")],
  "response-header-added": [limit("X-Limit"), `${limit("X-Limit")}\n      X-Rest: { schema: { type: integer } }`],
  "response-header-removed": [`${limit("X-Limit")}\n      X-Rest: { schema: { type: integer } }`, limit("X-Limit")],
  "response-header-respelled": [limit("X-Limit"), limit("x-limit")],
  "response-header-became-required": [limit("X-Limit"), limit("X-Limit", "required: true, ")],
  "response-header-became-optional": [limit("X-Limit", "required: true, "), limit("X-Limit")],
  "response-header-deprecated": [limit("X-Limit"), limit("X-Limit", "deprecated: true, ")],
  "response-header-not-deprecated": [limit("X-Limit", "deprecated: true, "), limit("X-Limit")],
  "response-header-serialization-changed": [
    limit("X-Limit").replace("integer", "array"),
    limit("X-Limit", "explode: true, ").replace("integer", "array"),
  ],
  "link-changed": [
    'responses:\n  "204":\n    description: Done.',
    'responses:\n  "204":\n    description: Done.\n    links:\n      again: { operationId: ChangeThing }',
  ],
};
