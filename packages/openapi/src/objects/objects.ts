import { METHODS } from "../http/method.ts";
import { KEYWORDS } from "../schema/keywords.ts";
import type { OpenApiVersion } from "../schema/schema.ts";

/** The versions whose fields the table has. */
export type Edition = "2.0" | "3.2" | OpenApiVersion;

/** What generated code can have of a field: the packages of a document, or a comment in one. */
export type Output = "client" | "comments" | "types" | "validators";

/** The objects of OpenAPI, under the names of the specification. */
export type ObjectName =
  | "Callback"
  | "Components"
  | "Contact"
  | "Discriminator"
  | "Encoding"
  | "Example"
  | "External Documentation"
  | "Header"
  | "Info"
  | "Items"
  | "License"
  | "Link"
  | "Media Type"
  | "OAuth Flow"
  | "OAuth Flows"
  | "OpenAPI"
  | "Operation"
  | "Parameter"
  | "Path Item"
  | "Paths"
  | "Reference"
  | "Request Body"
  | "Response"
  | "Responses"
  | "Schema"
  | "Security Requirement"
  | "Security Scheme"
  | "Server"
  | "Server Variable"
  | "Tag"
  | "XML";

/** How a field holds objects: as its value, in a list, or by free names. */
type HeldAs = "list" | "map" | "one";

/** What a field holds. */
export interface Holds {
  readonly object: ObjectName;
  readonly as: HeldAs;
}

/** A field of an object of OpenAPI, or a keyword of a schema. */
export interface Field {
  readonly name: string;
  readonly editions: readonly Edition[];
  /** Undefined for a string, a number, a list of them, or data. */
  readonly holds: Holds | undefined;
  /** What generated code has of it; empty where that is nothing. */
  readonly into: readonly Output[];
  /** Why nothing of it is generated; undefined where something is. */
  readonly reason: string | undefined;
  /** Of a field of 2.0 that 3.1 calls otherwise: what the upgrade makes of it. */
  readonly becomes: string | undefined;
}

/** An object of OpenAPI. */
export interface ObjectFields {
  readonly fields: ReadonlyMap<string, Field>;
  /** What stands under names that are free, such as those of paths. */
  readonly others: Field | undefined;
}

/** Where a field differs from most: those of all editions that hold nothing, under the same name in each. */
type Details = Partial<Pick<Field, "becomes" | "editions" | "holds">>;
/** What becomes of a field: the code that has it, or the reason why none does. */
type Fate = Pick<Field, "into" | "reason">;

function fields(names: string, fate: Fate, details: Details = {}): Field[] {
  const usual = { editions: ALL, holds: undefined, becomes: undefined };
  return names.split(" ").map((name) => ({ name, ...usual, ...fate, ...details }));
}

const ALL: readonly Edition[] = ["2.0", "3.0", "3.1", "3.2"];
const IN_2: Details = { editions: ["2.0"] };
const IN_3: Details = { editions: ["3.0", "3.1", "3.2"] };
const IN_31: Details = { editions: ["3.1", "3.2"] };
const IN_32: Details = { editions: ["3.2"] };

function one(object: ObjectName, details: Details = {}): Details {
  return { ...details, holds: { object, as: "one" } };
}
function list(object: ObjectName, details: Details = {}): Details {
  return { ...details, holds: { object, as: "list" } };
}
function map(object: ObjectName, details: Details = {}): Details {
  return { ...details, holds: { object, as: "map" } };
}
/** A field of 2.0, and what it is in 3.1. */
function was(becomes: string, details: Details = {}): Details {
  return { ...details, ...IN_2, becomes };
}

function into(...outputs: readonly Output[]): Fate {
  return { into: outputs, reason: undefined };
}
function leftOut(reason: string): Fate {
  return { into: [], reason };
}

const EVERYTHING = into("types", "validators", "client");
const SCHEMAS = into("types", "validators");
const CALLS = into("types", "client");
const CLIENT = into("client");
const COMMENTS = into("comments");
const FOR_PEOPLE = leftOut("for people alone");
const EXAMPLE = leftOut("an example, for people and tools");
const OWN_TOKEN = leftOut("how a token is obtained is the caller's affair");
const RAW_HEADER = leftOut("a client gives headers as they are");
const NOT_READ = leftOut("a document that has it is not read yet");
const NO_LINKS = leftOut("a client follows no links");

/** Keywords of JSON Schema that a Parameter, Header or Items Object of 2.0 has itself. */
const OWN_SCHEMA =
  "type format items maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems " +
  "minItems uniqueItems enum multipleOf";

const TABLE: Readonly<Record<Exclude<ObjectName, "Schema">, readonly Field[]>> = {
  OpenAPI: [
    ...fields("openapi", EVERYTHING, IN_3),
    ...fields("swagger", EVERYTHING, was("openapi")),
    ...fields("info", COMMENTS, one("Info")),
    ...fields("jsonSchemaDialect", leftOut("schemas are read as JSON Schema 2020-12"), IN_31),
    ...fields("servers", CLIENT, list("Server", IN_3)),
    ...fields("host basePath schemes", CLIENT, was("servers")),
    ...fields("consumes produces", EVERYTHING, was("content of request bodies and responses")),
    ...fields("paths", EVERYTHING, one("Paths")),
    ...fields("webhooks", EVERYTHING, map("Path Item", IN_31)),
    ...fields("components", EVERYTHING, one("Components", IN_3)),
    ...fields("definitions", SCHEMAS, was("components.schemas", map("Schema"))),
    ...fields("parameters", EVERYTHING, was("components.parameters or components.requestBodies", map("Parameter"))),
    ...fields("responses", EVERYTHING, was("components.responses", map("Response"))),
    ...fields("securityDefinitions", CLIENT, was("components.securitySchemes", map("Security Scheme"))),
    ...fields("security", CLIENT, list("Security Requirement")),
    ...fields("tags", FOR_PEOPLE, list("Tag")),
    ...fields("externalDocs", FOR_PEOPLE, one("External Documentation")),
    ...fields("$self", NOT_READ, IN_32),
  ],
  Info: [
    ...fields("title", COMMENTS),
    ...fields("description termsOfService version", FOR_PEOPLE),
    ...fields("summary", FOR_PEOPLE, IN_31),
    ...fields("contact", FOR_PEOPLE, one("Contact")),
    ...fields("license", FOR_PEOPLE, one("License")),
  ],
  Contact: fields("name url email", FOR_PEOPLE),
  License: [...fields("name url", FOR_PEOPLE), ...fields("identifier", FOR_PEOPLE, IN_31)],
  Server: [
    ...fields("url", CLIENT, IN_3),
    ...fields("description", FOR_PEOPLE, IN_3),
    ...fields("variables", CLIENT, map("Server Variable", IN_3)),
    ...fields("name", NOT_READ, IN_32),
  ],
  "Server Variable": [
    ...fields("default", CLIENT, IN_3),
    ...fields("enum", leftOut("a client is given another URL as its baseUrl"), IN_3),
    ...fields("description", FOR_PEOPLE, IN_3),
  ],
  Components: [
    ...fields("schemas", SCHEMAS, map("Schema", IN_3)),
    ...fields("responses", EVERYTHING, map("Response", IN_3)),
    ...fields("parameters", EVERYTHING, map("Parameter", IN_3)),
    ...fields("examples", EXAMPLE, map("Example", IN_3)),
    ...fields("requestBodies", EVERYTHING, map("Request Body", IN_3)),
    ...fields("headers", CALLS, map("Header", IN_3)),
    ...fields("securitySchemes", CLIENT, map("Security Scheme", IN_3)),
    ...fields("links", NO_LINKS, map("Link", IN_3)),
    ...fields("callbacks", EVERYTHING, map("Callback", IN_3)),
    ...fields("pathItems", EVERYTHING, map("Path Item", IN_31)),
    ...fields("mediaTypes", NOT_READ, map("Media Type", IN_32)),
  ],
  Paths: fields("*", EVERYTHING, one("Path Item")),
  "Path Item": [
    ...fields("$ref", EVERYTHING),
    ...fields("summary description", FOR_PEOPLE, IN_3),
    ...fields(METHODS.filter((method) => method !== "trace").join(" "), EVERYTHING, one("Operation")),
    ...fields("trace", EVERYTHING, one("Operation", IN_3)),
    ...fields("servers", CLIENT, list("Server", IN_3)),
    ...fields("parameters", EVERYTHING, list("Parameter")),
    ...fields("query", NOT_READ, one("Operation", IN_32)),
    ...fields("additionalOperations", NOT_READ, map("Operation", IN_32)),
  ],
  Operation: [
    ...fields("tags", FOR_PEOPLE),
    ...fields("summary description deprecated", COMMENTS),
    ...fields("externalDocs", FOR_PEOPLE, one("External Documentation")),
    ...fields("operationId", CALLS),
    ...fields("consumes produces", EVERYTHING, was("content of the request body and the responses")),
    ...fields("parameters", EVERYTHING, list("Parameter")),
    ...fields("requestBody", EVERYTHING, one("Request Body", IN_3)),
    ...fields("responses", EVERYTHING, one("Responses")),
    ...fields("schemes", CLIENT, was("servers")),
    ...fields("callbacks", EVERYTHING, map("Callback", IN_3)),
    ...fields("security", CLIENT, list("Security Requirement")),
    ...fields("servers", CLIENT, list("Server", IN_3)),
  ],
  "External Documentation": fields("description url", FOR_PEOPLE),
  Parameter: [
    ...fields("name in required", CALLS),
    ...fields("description", COMMENTS),
    ...fields("deprecated", COMMENTS, IN_3),
    ...fields("allowEmptyValue", leftOut("a client sends an empty string where its caller passes one")),
    ...fields("schema", SCHEMAS, one("Schema")),
    ...fields(OWN_SCHEMA, SCHEMAS, was("schema")),
    ...fields("default", COMMENTS, was("schema.default")),
    ...fields("items", SCHEMAS, was("schema.items", one("Items"))),
    ...fields("collectionFormat", CLIENT, was("style and explode")),
    ...fields("style explode allowReserved", CLIENT, IN_3),
    ...fields("content", EVERYTHING, map("Media Type", IN_3)),
    ...fields("example", EXAMPLE, IN_3),
    ...fields("examples", EXAMPLE, map("Example", IN_3)),
  ],
  Items: [
    ...fields(OWN_SCHEMA, SCHEMAS, was("schema.items")),
    ...fields("default", COMMENTS, was("schema.items.default")),
    ...fields("items", SCHEMAS, was("schema.items", one("Items"))),
    ...fields("collectionFormat", CLIENT, was("style and explode")),
  ],
  "Request Body": [
    ...fields("description", COMMENTS, IN_3),
    ...fields("content", EVERYTHING, map("Media Type", IN_3)),
    ...fields("required", CALLS, IN_3),
  ],
  "Media Type": [
    ...fields("schema", EVERYTHING, one("Schema", IN_3)),
    ...fields("example", EXAMPLE, IN_3),
    ...fields("examples", EXAMPLE, map("Example", IN_3)),
    ...fields("encoding", CLIENT, map("Encoding", IN_3)),
    ...fields("description", NOT_READ, IN_32),
    ...fields("itemSchema", NOT_READ, one("Schema", IN_32)),
    ...fields("itemEncoding", NOT_READ, one("Encoding", IN_32)),
    ...fields("prefixEncoding", NOT_READ, list("Encoding", IN_32)),
  ],
  Encoding: [
    ...fields("contentType style explode allowReserved", CLIENT, IN_3),
    ...fields("headers", leftOut("no FormData has headers of a part"), map("Header", IN_3)),
    ...fields("encoding", NOT_READ, map("Encoding", IN_32)),
    ...fields("itemEncoding", NOT_READ, one("Encoding", IN_32)),
    ...fields("prefixEncoding", NOT_READ, list("Encoding", IN_32)),
  ],
  Responses: fields("*", EVERYTHING, one("Response")),
  Response: [
    ...fields("description", COMMENTS),
    ...fields("headers", CALLS, map("Header")),
    ...fields("content", EVERYTHING, map("Media Type", IN_3)),
    ...fields("schema", EVERYTHING, was("content", one("Schema"))),
    ...fields("examples", EXAMPLE, was("content", {})),
    ...fields("links", NO_LINKS, map("Link", IN_3)),
    ...fields("summary", NOT_READ, IN_32),
  ],
  Callback: fields("*", EVERYTHING, one("Path Item", IN_3)),
  Example: [
    ...fields("summary description value externalValue", EXAMPLE, IN_3),
    ...fields("dataValue serializedValue", NOT_READ, IN_32),
  ],
  Link: [
    ...fields("operationRef operationId parameters requestBody description", NO_LINKS, IN_3),
    ...fields("server", NO_LINKS, one("Server", IN_3)),
  ],
  Header: [
    ...fields("description", COMMENTS),
    ...fields("required", CALLS, IN_3),
    ...fields("schema", CALLS, one("Schema", IN_3)),
    ...fields("content", CALLS, map("Media Type", IN_3)),
    ...fields(OWN_SCHEMA, leftOut("no validator checks headers"), was("schema")),
    ...fields("type enum", CALLS, was("schema")),
    ...fields("default", COMMENTS, was("schema.default")),
    ...fields("items", CALLS, was("schema.items", one("Items"))),
    ...fields("collectionFormat", RAW_HEADER, was("explode")),
    ...fields("deprecated", FOR_PEOPLE, IN_3),
    ...fields("style explode", RAW_HEADER, IN_3),
    ...fields("allowEmptyValue allowReserved", RAW_HEADER, { editions: ["3.0"] }),
    ...fields("example", EXAMPLE, IN_3),
    ...fields("examples", EXAMPLE, map("Example", IN_3)),
  ],
  Tag: [
    ...fields("name description", FOR_PEOPLE),
    ...fields("externalDocs", FOR_PEOPLE, one("External Documentation")),
    ...fields("summary parent kind", NOT_READ, IN_32),
  ],
  Reference: [...fields("$ref", EVERYTHING), ...fields("summary description", FOR_PEOPLE, IN_31)],
  Discriminator: [
    ...fields("propertyName", SCHEMAS, IN_3),
    ...fields("mapping", SCHEMAS, IN_3),
    ...fields("defaultMapping", NOT_READ, IN_32),
  ],
  XML: [
    ...fields("name namespace prefix attribute wrapped", leftOut("XML is passed on as a string")),
    ...fields("nodeType", NOT_READ, IN_32),
  ],
  "Security Scheme": [
    ...fields("type name in", CLIENT),
    ...fields("description", FOR_PEOPLE),
    ...fields("scheme", CLIENT, IN_3),
    ...fields("bearerFormat", FOR_PEOPLE, IN_3),
    ...fields("flows", OWN_TOKEN, one("OAuth Flows", IN_3)),
    ...fields("openIdConnectUrl", OWN_TOKEN, IN_3),
    ...fields("flow authorizationUrl tokenUrl scopes", OWN_TOKEN, was("flows")),
    ...fields("deprecated oauth2MetadataUrl", NOT_READ, IN_32),
  ],
  "OAuth Flows": [
    ...fields("implicit password clientCredentials authorizationCode", OWN_TOKEN, one("OAuth Flow", IN_3)),
    ...fields("deviceAuthorization", NOT_READ, one("OAuth Flow", IN_32)),
  ],
  "OAuth Flow": [
    ...fields("authorizationUrl tokenUrl refreshUrl scopes", OWN_TOKEN, IN_3),
    ...fields("deviceAuthorizationUrl", NOT_READ, IN_32),
  ],
  "Security Requirement": fields("*", CLIENT),
};

/** The keywords of a schema that types have a form for; a test holds the printer of types to it. */
export const TYPED_KEYWORDS: readonly string[] = (
  "$ref allOf anyOf oneOf additionalProperties patternProperties properties required items prefixItems const " +
  "discriminator enum maxItems minItems type unevaluatedItems unevaluatedProperties"
).split(" ");

const OF_SCHEMAS: Readonly<Record<string, Fate & Details>> = {
  ...each("$comment title summary externalDocs", FOR_PEOPLE),
  ...each("example examples", COMMENTS),
  ...each("description deprecated default", COMMENTS),
  ...each("readOnly writeOnly nullable", SCHEMAS),
  ...each("contentEncoding contentMediaType", SCHEMAS),
  contentSchema: leftOut("what is in a string is not checked"),
  $schema: leftOut("schemas are read as JSON Schema 2020-12"),
  ...each("$defs definitions", SCHEMAS),
  ...each("$id $anchor $dynamicAnchor", SCHEMAS),
  xml: { ...leftOut("XML is passed on as a string"), ...one("XML") },
  externalDocs: { ...FOR_PEOPLE, ...one("External Documentation") },
  discriminator: { ...SCHEMAS, ...one("Discriminator") },
};

function each(names: string, fate: Fate): Record<string, Fate> {
  return Object.fromEntries(names.split(" ").map((name) => [name, fate]));
}

const AS: Readonly<Record<string, HeldAs>> = { schema: "one", list: "list", map: "map" };

const KEYWORD_FIELDS: readonly Field[] = [...KEYWORDS.values()].flatMap(({ name, holds }) => {
  const fate = OF_SCHEMAS[name] ?? (TYPED_KEYWORDS.includes(name) ? SCHEMAS : into("validators"));
  const held = holds === undefined ? {} : { holds: { object: "Schema", as: AS[holds] ?? "one" } as const };
  return fields(name, fate, { ...held, ...fate });
});

/**
 * Every object of OpenAPI with its fields: which version has them, what they hold, and what becomes of them. The one
 * description of what a document can say; keywords of schemas come from {@link KEYWORDS}. A test holds it to the
 * specification's own meta-schemas.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#schema-1
 * @see https://spec.openapis.org/oas/v3.0.4.html#schema-0
 * @see https://spec.openapis.org/oas/v2.0.html#schema
 */
export const OBJECTS: Readonly<Record<ObjectName, ObjectFields>> = Object.fromEntries<ObjectFields>(
  Object.entries<readonly Field[]>({ ...TABLE, Schema: KEYWORD_FIELDS }).map(([name, rows]) => {
    const named = rows.filter((field) => field.name !== "*").map((field) => [field.name, field] as const);
    return [name, { fields: new Map(named), others: rows.find((field) => field.name === "*") }];
  }),
) as Record<ObjectName, ObjectFields>; // the keys of the table

/** The field of a name in an edition; undefined for one that it does not have. */
export function fieldOf(object: ObjectName, name: string, edition: Edition): Field | undefined {
  const { fields, others } = OBJECTS[object];
  const field = fields.get(name);
  return field?.editions.includes(edition) === true ? field : others;
}
