import type { DocumentRule } from "../rules/index.ts";
import type { Example } from "./rule-example.ts";

const POST = "paths:\n  /things:\n    post:\n      operationId: ChangeThing\n";
const DONE = 'responses: { "204": { description: Done. } }';
const schemas = (...lines: readonly string[]): string =>
  `components:\n  schemas:\n${lines.map((line) => `    ${line}`).join("\n")}`;
const sends = (schema: string): string =>
  `${POST}      requestBody:\n        content:\n          application/json: { schema: ${schema} }\n      ${DONE}`;
const ref = (name: string): string => `{ $ref: "#/components/schemas/${name}" }`;
const state = (name: string): string => `${name}: { type: string, enum: [open, closed] }`;

const responding = `${POST}      responses:\n        "200":\n          description: Found.\n          content:\n            application/json: { schema: ${ref("State")} }`;
const bothWays = `${sends(ref("State")).replace(DONE, "responses:")}\n        "200":\n          description: Found.\n          content:\n            application/json: { schema: ${ref("State")} }`;

const BASIC = "Basic: { type: http, scheme: basic }";
const KEY = "Key: { type: apiKey, in: header, name: X-Key }";
const oauth = (flows: string): string => `OAuth: { type: oauth2, flows: { ${flows} } }`;
const TOKEN = "clientCredentials: { tokenUrl: https://example.org/token, scopes: {} }";
const schemes = (...lines: readonly string[]): string =>
  `components:\n  securitySchemes:\n${lines.map((line) => `    ${line}`).join("\n")}`;
const secured = (requirements: string, ...definitions: readonly string[]): string =>
  `security: ${requirements}\n${schemes(...definitions)}`;
const servers = (...urls: readonly string[]): string =>
  `servers:\n${urls.map((url) => `  - url: https://${url}.example.org`).join("\n")}`;

/** An edit for each rule about names, security, servers and documentation. */
export const DOCUMENT_EXAMPLES: Readonly<Record<DocumentRule, Example>> = {
  "schema-added": [schemas(state("State")), schemas(state("State"), "Size: { type: integer }")],
  "schema-removed": [schemas(state("State"), "Size: { type: integer }"), schemas(state("State"))],
  "schema-renamed": [
    `${sends(ref("State"))}\n${schemas(state("State"))}`,
    `${sends(ref("Status"))}\n${schemas(state("Status"))}`,
  ],
  "schema-moved-to-component": [
    `${sends("{ type: object, properties: { size: { type: integer } } }")}`,
    `${sends(`{ type: object, properties: { size: ${ref("Size")} } }`)}\n${schemas("Size: { type: integer }")}`,
  ],
  "schema-inlined": [
    `${sends(`{ type: object, properties: { size: ${ref("Size")} } }`)}\n${schemas("Size: { type: integer }")}`,
    `${sends("{ type: object, properties: { size: { type: integer } } }")}\n${schemas("Size: { type: integer }")}`,
  ],
  "schema-exchanged": [
    `${sends(ref("State"))}\n${schemas(state("State"), state("Status"))}`,
    `${sends(ref("Status"))}\n${schemas(state("State"), state("Status"))}`,
  ],
  "schema-rewritten": [
    `${sends(ref("Size"))}\n${schemas("Size: { type: integer }")}`,
    `${sends(ref("Size"))}\n${schemas("Size: { allOf: [{ type: integer }] }")}`,
  ],
  "unused-schema-narrowed": [schemas(state("State")), schemas(state("State").replace("open, ", ""))],
  "unused-schema-widened": [schemas(state("State")), schemas(state("State").replace("open, ", "open, held, "))],
  "request-form-split": [
    `${sends(ref("State"))}\n${schemas(state("State"))}`,
    `${bothWays}\n${schemas(state("State"))}`,
  ],
  "export-removed": [`${bothWays}\n${schemas(state("State"))}`, `${responding}\n${schemas(state("State"))}`],
  "export-added": [`${responding}\n${schemas(state("State"))}`, `${bothWays}\n${schemas(state("State"))}`],
  "security-added": [secured("[]", BASIC), secured("[{ Basic: [] }]", BASIC)],
  "security-removed": [secured("[{ Basic: [] }]", BASIC), secured("[]", BASIC)],
  "security-alternative-added": [
    secured("[{ Basic: [] }]", BASIC, KEY),
    secured("[{ Basic: [] }, { Key: [] }]", BASIC, KEY),
  ],
  "security-alternative-removed": [
    secured("[{ Basic: [] }, { Key: [] }]", BASIC, KEY),
    secured("[{ Basic: [] }]", BASIC, KEY),
  ],
  "security-reordered": [
    secured("[{ Basic: [] }, { Key: [] }]", BASIC, KEY),
    secured("[{ Key: [] }, { Basic: [] }]", BASIC, KEY),
  ],
  "security-scope-added": [secured("[{ OAuth: [] }]", oauth(TOKEN)), secured("[{ OAuth: [write] }]", oauth(TOKEN))],
  "security-scope-removed": [secured("[{ OAuth: [write] }]", oauth(TOKEN)), secured("[{ OAuth: [] }]", oauth(TOKEN))],
  "security-scheme-changed": [
    secured("[{ Basic: [] }]", BASIC),
    secured("[{ Basic: [] }]", BASIC.replace("scheme: basic", "scheme: bearer")),
  ],
  "security-flow-added": [
    secured("[{ OAuth: [] }]", oauth(TOKEN)),
    secured("[{ OAuth: [] }]", oauth(`${TOKEN}, ${TOKEN.replace("clientCredentials", "password")}`)),
  ],
  "security-flow-removed": [
    secured("[{ OAuth: [] }]", oauth(`${TOKEN}, ${TOKEN.replace("clientCredentials", "password")}`)),
    secured("[{ OAuth: [] }]", oauth(TOKEN)),
  ],
  "security-url-changed": [
    secured("[{ OAuth: [] }]", oauth(TOKEN)),
    secured("[{ OAuth: [] }]", oauth(TOKEN.replace("/token", "/v2/token"))),
  ],
  "security-scheme-renamed": [
    secured("[{ Basic: [] }]", BASIC),
    secured("[{ Password: [] }]", BASIC.replace("Basic", "Password")),
  ],
  "credentials-changed": [
    secured("[{ Basic: [] }]", BASIC),
    secured("[{ Basic: [] }]", BASIC.replace("basic }", "basic, x-credentials: [[user, secret]] }")),
  ],
  "credentials-added": [
    secured("[{ Basic: [] }]", BASIC.replace("basic }", "basic, x-credentials: [[user, secret]] }")),
    secured("[{ Basic: [] }]", BASIC.replace("basic }", "basic, x-credentials: [[user, secret], [key, token]] }")),
  ],
  "server-changed": [servers("api"), servers("api2")],
  "server-added": [servers("api"), servers("api", "eu")],
  "server-removed": [servers("api", "eu"), servers("api")],
  "server-reordered": [servers("api", "eu"), servers("eu", "api")],
  "base-url-required": [servers("api"), "servers:\n  - url: /v1"],
  "base-url-optional": ["servers:\n  - url: /v1", servers("api")],
  "documentation-changed": ["summary: Change it.", "summary: Change a thing."],
  "extension-changed": ["x-team: voice", "x-team: video"],
};
