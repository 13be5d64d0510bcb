import type { Json } from "@earmark/openapi";

const ref = (kind: string, name: string): { readonly $ref: string } => ({ $ref: `#/components/${kind}/${name}` });
const json = (schema: Json): Json => ({ "application/json": { schema } });
const ID = { name: "id", in: "path", required: true, description: "Which.", schema: { type: "string" } };
/** As a string: linters take an object with `then` for a promise. */
const CONDITION = JSON.parse('{"if":{"required":["p"]},"then":{"required":["q"]},"else":{"not":{"required":["r"]}}}');

/** A document that says something in every place where generated code takes a string from. */
export const EVERYTHING: Json = {
  openapi: "3.1.0",
  info: { title: "Title", description: "What.", version: "1" },
  servers: [{ url: "https://api.example/v1", description: "Where." }, { url: "/v1" }],
  security: [{ Key: [] }, { Basic: [] }],
  tags: [{ name: "tag", description: "Tag." }],
  "x-request-id-header": "X-Id",
  "x-error": { code: "/status", message: "/title" },
  "x-retry-on": [429],
  paths: {
    "/things/{id}": {
      parameters: [ID],
      get: {
        operationId: "FetchThing",
        tags: ["tag"],
        summary: "Summary.",
        description: "Description.",
        externalDocs: { url: "https://docs.example", description: "More." },
        parameters: [
          { name: "q", in: "query", description: "Query.", schema: { type: "string", enum: ["a", "b"] } },
          { name: "id", in: "query", schema: { type: "string", pattern: "^a+$" } },
          { name: "f", in: "query", style: "deepObject", schema: { type: "object", properties: { a: {} } } },
          { name: "X-Header", in: "header", deprecated: true, schema: { type: "integer", format: "int32" } },
          { name: "cookie", in: "cookie", schema: { type: "array", items: { const: "c" } } },
        ],
        responses: {
          "200": {
            description: "Found.",
            headers: { "X-Rate": { description: "Rate.", schema: { type: "string", enum: ["x", "y"] } } },
            content: {
              ...(json(ref("schemas", "Thing")) as object),
              "text/csv": { schema: { type: "string" } },
              "image/*": {},
              "application/xml": { schema: { type: "string", title: "Xml" } },
            },
            links: { next: { operationId: "FetchThing", parameters: { id: "$response.body#/id" } } },
          },
          "404": ref("responses", "Missing"),
          default: {
            description: "Else.",
            content: json({ type: "object", properties: { detail: {} } }),
            "x-error": { message: "/detail" },
          },
        },
        "x-idempotent": true,
        "x-cli-name": "fetch",
        "x-other": "other",
      },
      post: {
        operationId: "SendThing",
        deprecated: true,
        "x-retry-on": [409, 429],
        security: [{ OAuth: ["scope"] }, { Bearer: [] }],
        requestBody: {
          description: "Body.",
          required: true,
          content: {
            ...(json(ref("schemas", "Thing")) as object),
            "application/x-www-form-urlencoded": { schema: ref("schemas", "Form") },
            "multipart/form-data": {
              schema: ref("schemas", "Form"),
              encoding: { file: { contentType: "image/png", headers: { "X-Part": { schema: { type: "string" } } } } },
            },
          },
        },
        responses: { "204": { description: "Done." } },
        callbacks: { called: { "{$request.body#/url}": { post: { responses: { "200": { description: "Ok." } } } } } },
      },
      put: {
        operationId: "SendImage",
        requestBody: { content: { "image/*": { schema: { type: "string", format: "binary" } }, "text/*": {} } },
        responses: { "204": { description: "Done." } },
      },
    },
    "/things": {
      get: {
        operationId: "ListThings",
        parameters: [{ name: "page", in: "query", schema: { type: "string" } }],
        responses: { "200": { description: "Page.", content: json(ref("schemas", "Page")) } },
        "x-pagination": { items: "/items", nextCursor: "/next", parameter: "page" },
      },
    },
  },
  webhooks: {
    changed: {
      post: {
        operationId: "Changed",
        summary: "Hook.",
        requestBody: { content: json(ref("schemas", "Thing")) },
        responses: { "204": { description: "Done." } },
      },
    },
  },
  components: {
    responses: { Missing: { description: "Missing.", content: json(ref("schemas", "Problem")) } },
    securitySchemes: {
      Key: { type: "apiKey", in: "header", name: "X-Key", description: "Key." },
      Basic: { type: "http", scheme: "basic", "x-credentials": [["user", "secret"]] },
      Bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" },
      OAuth: {
        type: "oauth2",
        flows: { clientCredentials: { tokenUrl: "https://token.example", scopes: { scope: "Scope." } } },
      },
    },
    schemas: {
      Kind: { type: "string", enum: ["fox", "owl"], title: "Kind", description: "Kind.", default: "fox" },
      Level: { type: "integer", enum: [1, 2, 3] },
      Form: {
        type: "object",
        required: ["name"],
        properties: { name: { type: "string" }, file: { type: "string", format: "binary" } },
      },
      Problem: { type: "object", properties: { title: { type: "string" }, status: { type: "integer" } } },
      Page: {
        type: "object",
        required: ["items"],
        properties: { items: { type: "array", items: ref("schemas", "Thing") }, next: { type: ["string", "null"] } },
      },
      Thing: {
        type: "object",
        title: "Thing",
        description: "A thing.",
        required: ["id", "kind", "undeclared"],
        properties: {
          id: { type: "string", readOnly: true, minLength: 1, description: "Id.", example: "e", examples: ["e"] },
          secret: { type: "string", writeOnly: true, format: "byte" },
          kind: ref("schemas", "Kind"),
          level: ref("schemas", "Level"),
          pattern: { type: "string", pattern: "^[a-z/]+$" },
          date: { type: "string", format: "date-time", default: "2020-01-01T00:00:00Z" },
          constant: { const: "constant" },
          structure: { const: { key: ["value"] } },
          mixed: { enum: ["text", 1, null, { key: "value" }] },
          tuple: { type: "array", prefixItems: [{ const: "first" }, { type: "integer" }], items: { type: "string" } },
          some: { type: "array", contains: { const: "some" }, uniqueItems: true },
          map: { type: "object", additionalProperties: { type: "string", enum: ["m", "n"] } },
          patterns: { type: "object", patternProperties: { "^x-": { type: "string" } }, additionalProperties: false },
          names: { type: "object", propertyNames: { enum: ["p", "q"] }, dependentRequired: { p: ["q"] } },
          dependent: { type: "object", dependentSchemas: { p: { required: ["q"] } } },
          condition: CONDITION,
          shape: ref("schemas", "Shape"),
          list: ref("schemas", "List"),
          whole: { allOf: [ref("schemas", "Problem"), { required: ["title"] }], unevaluatedProperties: false },
          either: {
            anyOf: [
              { type: "string", title: "One" },
              { type: "object", properties: { a: {} } },
            ],
          },
          media: { type: "string", contentMediaType: "image/png" },
        },
        "x-vendor": "vendor",
      },
      Shape: {
        oneOf: [ref("schemas", "Circle"), ref("schemas", "Square")],
        discriminator: { propertyName: "shape", mapping: { round: "#/components/schemas/Circle" } },
      },
      Circle: { type: "object", required: ["shape"], properties: { shape: { type: "string" }, radius: {} } },
      Square: { type: "object", required: ["shape"], properties: { shape: { type: "string" }, side: {} } },
      Base: {
        type: "object",
        required: ["base"],
        properties: { base: { type: "string" } },
        discriminator: { propertyName: "base", mapping: { derived: "#/components/schemas/Derived" } },
      },
      Derived: { allOf: [ref("schemas", "Base"), { type: "object", properties: { more: { type: "string" } } }] },
      List: { type: "array", items: ref("schemas", "List") },
      Tree: {
        $dynamicAnchor: "node",
        type: "object",
        properties: { children: { type: "array", items: { $dynamicRef: "#node" } } },
      },
    },
  },
};
