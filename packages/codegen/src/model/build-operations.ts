import { isJsonObject, type Json, type JsonObject, pointerTo } from "../document/index.ts";
import { buildPagination } from "./build-pagination.ts";
import { buildParameters } from "./build-parameters.ts";
import type { Encoding, Header, MediaType, Operation, RequestBody, Response } from "./model.ts";
import { derivedOperationId, lowerFirst, pascalCase } from "./names.ts";
import type { SchemaTable } from "./schema-table.ts";
import { type DocumentSource, type Located, text } from "./source.ts";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
/** RFC 9110 section 9.2.2. */
const IDEMPOTENT = ["get", "put", "delete", "options", "head", "trace"];

/** The operations of all paths, sorted by path and method, with their schemas filed in `table`. */
export function buildOperations(source: DocumentSource, table: SchemaTable): Operation[] {
  const paths = source
    .members(source.document.root.paths, "#/paths")
    .filter(({ name }) => !name.startsWith("x-"))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const operations = paths.flatMap((path) => {
    const item = source.object(path.value, path.pointer);
    return METHODS.filter((method) => item.value[method] !== undefined)
      .sort()
      .map((method) => buildOperation(source, table, path.name, item, method));
  });
  refuseClashes(source, operations);
  return operations;
}

function buildOperation(
  source: DocumentSource,
  table: SchemaTable,
  path: string,
  item: Located,
  method: string,
): Operation {
  const { value: operation, pointer } = source.object(item.value[method], pointerTo(item.pointer, method));
  const operationId = text(operation.operationId) ?? derivedId(table, method, path, pointer);
  const prefix = pascalCase(operationId);
  const body = operation.requestBody;
  if (operation.callbacks !== undefined)
    table.repairs.push({ kind: "callbacks left out: a client does not receive them", pointer });
  const pagination = operation["x-pagination"];
  const built: Operation = {
    operationId,
    methodName: lowerFirst(prefix),
    method: method.toUpperCase(),
    path,
    pointer,
    summary: text(operation.summary),
    description: text(operation.description),
    deprecated: operation.deprecated === true,
    idempotent: IDEMPOTENT.includes(method) || operation["x-idempotent"] === true,
    parameters: buildParameters(source, table, item, { value: operation, pointer }, prefix),
    requestBody:
      body === undefined ? undefined : buildRequestBody(source, table, body, pointerTo(pointer, "requestBody"), prefix),
    responses: buildResponses(source, table, operation.responses, pointerTo(pointer, "responses"), prefix),
    security: securityOf(operation.security ?? source.document.root.security),
    pagination: undefined,
  };
  if (pagination === undefined) return built;
  return { ...built, pagination: buildPagination(source, built, pagination, pointerTo(pointer, "x-pagination")) };
}

function derivedId(table: SchemaTable, method: string, path: string, pointer: string): string {
  table.repairs.push({ kind: "operationId derived from method and path", pointer });
  return derivedOperationId(method, path);
}

/** Two operations with one name would be one method. */
function refuseClashes(source: DocumentSource, operations: readonly Operation[]): void {
  const seen = new Map<string, Operation>();
  for (const operation of operations) {
    if (operation.methodName === "raw" || operation.methodName === "then") {
      const message = `a client has a member ${operation.methodName} of its own, or would be taken for a promise; rename the operationId`;
      throw source.error(pointerTo(operation.pointer, "operationId"), "operation-id", message);
    }
    const other = seen.get(operation.methodName);
    if (other !== undefined) {
      const message = `${operation.method} ${operation.path} and ${other.method} ${other.path} would both be the method ${operation.methodName}; rename one operationId`;
      throw source.error(pointerTo(operation.pointer, "operationId"), "operation-id", message);
    }
    seen.set(operation.methodName, operation);
  }
}

function buildRequestBody(
  source: DocumentSource,
  table: SchemaTable,
  body: Json,
  at: string,
  prefix: string,
): RequestBody {
  const { value, pointer } = source.object(body, at);
  return {
    required: value.required === true,
    description: text(value.description),
    content: buildContent(source, table, value.content, pointerTo(pointer, "content"), `${prefix}Body`, "request"),
  };
}

function buildResponses(
  source: DocumentSource,
  table: SchemaTable,
  responses: Json | undefined,
  at: string,
  prefix: string,
): Response[] {
  // "default" sorts behind digits and ranges by itself.
  const members = source.members(responses, at).filter(({ name }) => !name.startsWith("x-"));
  return members
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((member) => {
      const { value, pointer } = source.object(member.value, member.pointer);
      const inlineName = /^2/.test(member.name)
        ? `${prefix}Response`
        : `${prefix}${pascalCase(member.name).replace("_", "")}Response`;
      return {
        status: member.name.toUpperCase() === "DEFAULT" ? "default" : member.name.toUpperCase(),
        description: text(value.description),
        content: buildContent(source, table, value.content, pointerTo(pointer, "content"), inlineName, "response"),
        headers: buildHeaders(source, table, value.headers, pointerTo(pointer, "headers")),
      };
    });
}

function buildContent(
  source: DocumentSource,
  table: SchemaTable,
  content: Json | undefined,
  at: string,
  inlineName: string,
  direction: "request" | "response",
): MediaType[] {
  return source.members(content, at).map(({ name, value, pointer }) => {
    const media = source.object(value, pointer).value;
    const schema = media.schema;
    return {
      mediaType: name,
      schema: schema === undefined ? undefined : table.use(schema, pointerTo(pointer, "schema"), inlineName, direction),
      encoding: encodingsOf(source, media.encoding, pointerTo(pointer, "encoding")),
      examples: examplesOf(source, media, pointer),
      pointer,
    };
  });
}

function encodingsOf(source: DocumentSource, value: Json | undefined, at: string): Record<string, Encoding> {
  return Object.fromEntries(
    source.members(value, at).map((member) => {
      const encoding = source.object(member.value, member.pointer).value;
      return [
        member.name,
        {
          style: text(encoding.style),
          explode: typeof encoding.explode === "boolean" ? encoding.explode : undefined,
          allowReserved: encoding.allowReserved === true,
          contentType: text(encoding.contentType),
        },
      ];
    }),
  );
}

function examplesOf(source: DocumentSource, media: JsonObject, pointer: string): Record<string, Json> {
  const examples: Record<string, Json> = media.example === undefined ? {} : { example: media.example };
  for (const member of source.members(media.examples, pointerTo(pointer, "examples"))) {
    const { value } = source.object(member.value, member.pointer);
    if (value.value !== undefined) examples[member.name] = value.value;
  }
  return examples;
}

function buildHeaders(source: DocumentSource, table: SchemaTable, headers: Json | undefined, at: string): Header[] {
  return source.members(headers, at).map((member) => {
    const { value, pointer } = source.object(member.value, member.pointer);
    return {
      name: member.name,
      description: text(value.description),
      required: value.required === true,
      schema: table.inline(value.schema ?? {}, pointerTo(pointer, "schema"), "response"),
    };
  });
}

function securityOf(value: Json | undefined): readonly (readonly string[])[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isJsonObject).map((requirement) => Object.keys(requirement).sort());
}
