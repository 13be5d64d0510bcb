import { diagnose } from "../diagnostics/diagnostic.ts";
import { DocumentError } from "../diagnostics/document-error.ts";
import { serverUrls } from "../document/servers.ts";
import { METHODS, type Method, methodRules } from "../http/method.ts";
import { hasNoContent, isSuccess, usualStatus } from "../http/status.ts";
import { isJsonObject, type Json } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import { buildEncodings } from "./build-content.ts";
import { buildPagination } from "./build-pagination.ts";
import { buildParameters } from "./build-parameters.ts";
import { buildSecurity } from "./build-security.ts";
import type { Header, MediaType, NamedSchema, Operation, Outbound, RequestBody, Response } from "./model.ts";
import { derivedOperationId, lowerFirst, pascalCase } from "./names.ts";
import { pathItemLayers } from "./path-item.ts";
import type { SchemaTable } from "./schema-table.ts";
import { type DocumentSource, type Located, type Member, text } from "./source.ts";

const PAGINATION = ["items", "nextCursor", "nextUrl", "parameter"];

/** The operations of all paths, sorted by path and method, with their schemas filed in `table`. */
export function buildOperations(source: DocumentSource, table: SchemaTable): Operation[] {
  const paths = source
    .members(source.document.root.paths, "#/paths")
    .filter(({ name }) => !name.startsWith("x-"))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const taken = new Set(RESERVED);
  return paths.flatMap((path) => {
    const layers = pathItemLayers(source, path.value, path.pointer);
    if (/[?#]/.test(path.name)) {
      const message = `expected a path without ${path.name.includes("?") ? "a query; describe its parameters" : "a fragment, which is never sent"}`;
      table.warnings.push(diagnose("path", source.document, path.pointer, message));
    }
    return sitesOf(source, path.name, layers).map((site) => {
      const operationId = idOf(source, table, site, taken);
      return buildOperation(source, table, { ...site, operationId, template: site.path });
    });
  });
}

/** Webhooks, and the callbacks of operations; `known` are the schemas that are generated. */
export function buildOutbound(
  source: DocumentSource,
  table: SchemaTable,
  operations: readonly Operation[],
  known: readonly NamedSchema[],
): Outbound {
  const said = [table.repairs.length, table.warnings.length] as const;
  const build = (items: Json | undefined, pointer: string): Operation[] =>
    members(source, items, pointer).flatMap((item) => {
      const layers = orNothing(() => pathItemLayers(source, item.value, item.pointer)) ?? [];
      return sitesOf(source, item.name, layers).flatMap((site) => {
        const declared = text(site.operation.value.operationId);
        const operationId = declared ?? derivedOperationId(site.method, item.name);
        // An expression in braces is filled from an earlier request, not by parameters.
        return orNothing(() => buildOperation(source, table, { ...site, operationId, template: "" })) ?? [];
      });
    });
  const outbound = {
    webhooks: build(source.document.root.webhooks, "#/webhooks"),
    callbacks: new Map(
      operations.flatMap((operation) => {
        const named = members(source, operation.source.callbacks, pointerTo(operation.pointer, "callbacks"));
        const built = named.map(({ name, value, pointer }) => {
          const callback = orNothing(() => source.object(value, pointer));
          return [name, callback === undefined ? [] : build(callback.value, callback.pointer)] as const;
        });
        return built.length === 0 ? [] : [[operation, new Map(built)] as const];
      }),
    ),
    schemas: table.further(known),
  };
  // Nothing is generated of them, so there is nothing to say about how.
  [table.repairs.length, table.warnings.length] = said;
  return outbound;
}

function members(source: DocumentSource, value: Json | undefined, pointer: string): Member[] {
  const found = orNothing(() => source.members(value, pointer)) ?? [];
  return found.filter(({ name }) => !name.startsWith("x-"));
}

function orNothing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof DocumentError) return undefined;
    throw error;
  }
}

const SORTED = METHODS.toSorted();

/** An operation as the document has it. */
interface OperationSite {
  readonly path: string;
  readonly method: Method;
  readonly layers: readonly Located[];
  readonly operation: Located;
}

function sitesOf(source: DocumentSource, path: string, layers: readonly Located[]): OperationSite[] {
  return SORTED.flatMap((method) => {
    const item = layers.find(({ value }) => value[method] !== undefined);
    if (item === undefined) return [];
    return [{ path, method, layers, operation: source.object(item.value[method], pointerTo(item.pointer, method)) }];
  });
}

function buildOperation(
  source: DocumentSource,
  table: SchemaTable,
  {
    path,
    template,
    method,
    layers,
    operation,
    operationId,
  }: OperationSite & {
    readonly operationId: string;
    readonly template: string;
  },
): Operation {
  const { value, pointer } = operation;
  const prefix = pascalCase(operationId);
  const body = bodyOf(source, table, operation, method);
  if (value.callbacks !== undefined)
    table.repairs.push({ kind: "callbacks left out: a client does not receive them", pointer });
  const pagination = ownPagination(table, value["x-pagination"], pointer);
  const built: Operation = {
    operationId,
    methodName: lowerFirst(prefix),
    method: method.toUpperCase(),
    path,
    pathItems: layers.map((layer) => ({ pointer: layer.pointer, source: layer.value })),
    pointer,
    source: value,
    summary: text(value.summary),
    description: text(value.description),
    deprecated: value.deprecated === true,
    idempotent: methodRules(method).idempotent || value["x-idempotent"] === true,
    parameters: buildParameters(source, table, template, [...layers.toReversed(), operation], prefix),
    requestBody:
      body === undefined ? undefined : buildRequestBody(source, table, body, pointerTo(pointer, "requestBody"), prefix),
    responses: buildResponses(source, table, value.responses, pointerTo(pointer, "responses"), prefix, method),
    security: buildSecurity(source, table, operation),
    servers: [value, ...layers.map((layer) => layer.value)]
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
    table.warnings.push(diagnose("method", source.document, pointer, message));
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
  { path, method, operation: { value, pointer } }: OperationSite,
  taken: Set<string>,
): string {
  const declared = text(value.operationId);
  const isFree = (id: string): boolean => !taken.has(lowerFirst(pascalCase(id)));
  const id = declared !== undefined && isFree(declared) ? declared : derivedOperationId(method, path);
  if (declared === undefined) table.repairs.push({ kind: "operationId derived from method and path", pointer });
  else if (id !== declared) {
    const at = pointerTo(pointer, "operationId");
    const message = `${declared} is what another method of the client is called already, so this one is called ${id}; rename one of them`;
    table.warnings.push(diagnose("operation-id", source.document, at, message, { severity: "warning" }));
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
    pointer,
    source: value,
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
        pointer,
        source: value,
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
  return source.members(shared?.value ?? content, shared?.pointer ?? at).map((member) => {
    const { value: media, pointer } = source.object(member.value, member.pointer);
    const schema =
      media.schema === undefined
        ? undefined
        : table.use(media.schema, pointerTo(pointer, "schema"), inlineName, direction);
    return {
      mediaType: member.name,
      schema,
      isBytes: schema === undefined || table.isBytes(schema),
      encoding: buildEncodings(source, table, member.name, media.encoding, pointerTo(pointer, "encoding")),
      pointer,
      source: media,
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
      pointer,
      source: value,
    };
  });
}
