import { serverUrls } from "../document/servers.ts";
import { METHODS, type Method, methodRules } from "../http/method.ts";
import { hasNoContent, isSuccess, usualStatus } from "../http/status.ts";
import { isJsonObject, type Json } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import { buildEncodings } from "./build-encodings.ts";
import { buildPagination } from "./build-pagination.ts";
import { buildParameters } from "./build-parameters.ts";
import { buildSecurity } from "./build-security.ts";
import type { Header, MediaType, Operation, RequestBody, Response } from "./model.ts";
import { derivedOperationId, lowerFirst, pascalCase } from "./names.ts";
import { pathItemLayers } from "./path-item.ts";
import type { SchemaTable } from "./schema-table.ts";
import { type DocumentSource, type Located, text } from "./source.ts";

const PAGINATION = ["items", "nextCursor", "nextUrl", "parameter"];

/** The operations of all paths, sorted by path and method, with their schemas filed in `table`. */
export function buildOperations(source: DocumentSource, table: SchemaTable): Operation[] {
  const paths = source
    .members(source.document.root.paths, "#/paths")
    .filter(({ name }) => !name.startsWith("x-"))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const methods = METHODS.toSorted();
  const taken = new Set(RESERVED);
  return paths.flatMap((path) => {
    const layers = pathItemLayers(source, path.value, path.pointer);
    if (/[?#]/.test(path.name)) {
      const message = `expected a path without ${path.name.includes("?") ? "a query; describe its parameters" : "a fragment, which is never sent"}`;
      table.warnings.push(source.document.problemAt(path.pointer, "path", message, "warning"));
    }
    return methods.flatMap((method) => {
      const item = layers.find(({ value }) => value[method] !== undefined);
      return item === undefined ? [] : [buildOperation(source, table, path.name, layers, item, method, taken)];
    });
  });
}

function buildOperation(
  source: DocumentSource,
  table: SchemaTable,
  path: string,
  layers: readonly Located[],
  item: Located,
  method: Method,
  taken: Set<string>,
): Operation {
  const { value: operation, pointer } = source.object(item.value[method], pointerTo(item.pointer, method));
  const operationId = idOf(source, table, { value: operation, pointer }, method, path, taken);
  const prefix = pascalCase(operationId);
  const body = bodyOf(source, table, { value: operation, pointer }, method);
  if (operation.callbacks !== undefined)
    table.repairs.push({ kind: "callbacks left out: a client does not receive them", pointer });
  const pagination = ownPagination(table, operation["x-pagination"], pointer);
  const built: Operation = {
    operationId,
    methodName: lowerFirst(prefix),
    method: method.toUpperCase(),
    path,
    pointer,
    summary: text(operation.summary),
    description: text(operation.description),
    deprecated: operation.deprecated === true,
    idempotent: methodRules(method).idempotent || operation["x-idempotent"] === true,
    parameters: buildParameters(source, table, path, [...layers.toReversed(), { value: operation, pointer }], prefix),
    requestBody:
      body === undefined ? undefined : buildRequestBody(source, table, body, pointerTo(pointer, "requestBody"), prefix),
    responses: buildResponses(source, table, operation.responses, pointerTo(pointer, "responses"), prefix, method),
    security: buildSecurity(source, table, { value: operation, pointer }),
    servers: [operation, ...layers.map(({ value }) => value)]
      .flatMap(({ servers }) => [serverUrls(servers) ?? []])
      .find(({ length }) => length > 0),
    pagination: undefined,
  };
  if (pagination === undefined) return built;
  return { ...built, pagination: buildPagination(source, built, pagination, pointerTo(pointer, "x-pagination")) };
}

/**
 * The Request Body Object of an operation. OpenAPI 3.0 has that of a GET or HEAD ignored; 3.1 permits it, but `fetch`
 * does not send it, nor any TRACE.
 */
function bodyOf(
  source: DocumentSource,
  table: SchemaTable,
  { value: { requestBody }, pointer }: Located,
  method: Method,
): Json | undefined {
  const warn = (message: string): void => {
    table.warnings.push(source.document.problemAt(pointer, "method", message, "warning"));
  };
  const { fetch } = methodRules(method);
  if (fetch === "nothing") warn(`fetch sends no ${method.toUpperCase()}, so this method of a client fails`);
  if (requestBody === undefined || fetch !== "no body") return requestBody;
  if (source.document.version === "3.0") {
    table.repairs.push({ kind: `body of a ${method.toUpperCase()} ignored, as OpenAPI 3.0 says`, pointer });
    return undefined;
  }
  warn(
    `fetch sends no body with ${method.toUpperCase()}, so this method of a client fails with one; use POST, or parameters`,
  );
  return requestBody;
}

/** `x-pagination` of somebody else, with other keys, says nothing to us. */
function ownPagination(table: SchemaTable, value: Json | undefined, pointer: string): Json | undefined {
  const keys = isJsonObject(value) ? Object.keys(value) : [];
  if (keys.length === 0 || keys.some((key) => PAGINATION.includes(key))) return value;
  table.repairs.push({ kind: "x-pagination of another kind left out", pointer });
  return undefined;
}

/** Members that a client has of its own, and what would make a promise of it. */
const RESERVED = ["raw", "then"];

/** The `operationId`, or one from method and path where there is none, or one that cannot be a method of its own. */
function idOf(
  source: DocumentSource,
  table: SchemaTable,
  { value, pointer }: Located,
  method: string,
  path: string,
  taken: Set<string>,
): string {
  const declared = text(value.operationId);
  const isFree = (id: string): boolean => !taken.has(lowerFirst(pascalCase(id)));
  const id = declared !== undefined && isFree(declared) ? declared : derivedOperationId(method, path);
  if (declared === undefined) table.repairs.push({ kind: "operationId derived from method and path", pointer });
  else if (id !== declared) {
    const at = pointerTo(pointer, "operationId");
    const message = `${declared} is what another method of the client is called already, so this one is called ${id}; rename one of them`;
    table.warnings.push(source.document.problemAt(at, "operation-id", message, "warning"));
  }
  if (!isFree(id)) {
    const message = `${method.toUpperCase()} ${path} would be the method ${lowerFirst(pascalCase(id))}, and so would another; give it an operationId of its own`;
    throw source.error(pointer, "operation-id", message);
  }
  taken.add(lowerFirst(pascalCase(id)));
  return id;
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
  method: Method,
): Response[] {
  // "default" sorts behind digits and ranges by itself.
  const members = source.members(responses, at).filter(({ name }) => !name.startsWith("x-"));
  return members
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((member) => {
      const { value, pointer } = source.object(member.value, member.pointer);
      const inlineName = isSuccess(member.name)
        ? `${prefix}Response`
        : `${prefix}${pascalCase(member.name).replace("_", "")}Response`;
      const isEmpty = hasNoContent(method, member.name);
      if (isEmpty && value.content !== undefined) {
        const what = method === "head" ? "HEAD" : member.name;
        table.repairs.push({ kind: `content of a ${what} response ignored, which never has any`, pointer });
      }
      return {
        status: usualStatus(member.name),
        description: text(value.description),
        content: isEmpty
          ? []
          : buildContent(source, table, value.content, pointerTo(pointer, "content"), inlineName, "response"),
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
  // Redocly lets several answers share all of their content.
  const shared = isJsonObject(content) && typeof content.$ref === "string" ? source.object(content, at) : undefined;
  return source.members(shared?.value ?? content, shared?.pointer ?? at).map(({ name, value, pointer }) => {
    const media = source.object(value, pointer).value;
    const schema =
      media.schema === undefined
        ? undefined
        : table.use(media.schema, pointerTo(pointer, "schema"), inlineName, direction);
    return {
      mediaType: name,
      schema,
      isBytes: schema === undefined || table.isBytes(schema),
      encoding: buildEncodings(source, table, name, media.encoding, pointerTo(pointer, "encoding")),
      pointer,
    };
  });
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
