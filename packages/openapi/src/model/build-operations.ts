import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { serverUrls } from "../document/servers.ts";
import { METHODS, type Method, methodRules } from "../http/method.ts";
import { hasNoContent, isStatus, isSuccess, usualStatus } from "../http/status.ts";
import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import { buildContent, buildHeaders } from "./build-content.ts";
import { buildPagination } from "./build-pagination.ts";
import { buildParameters } from "./build-parameters.ts";
import { buildSecurity } from "./build-security.ts";
import { extensionRule, readExtensions } from "./extensions.ts";
import type { Operation, RequestBody, Response, SecurityScheme, SkippedOperation } from "./model.ts";
import { derivedOperationId, lowerFirst, pascalCase, spelledOperationId, uniqueName } from "./names.ts";
import type { Direction, SchemaTable } from "./schema-table.ts";
import {
  asWarning,
  type Building,
  collect,
  contained,
  type DocumentReader,
  isObstacle,
  type Located,
  type Member,
  text,
} from "./source.ts";

/** Where operations are read from, and what they refer to. */
export interface OperationContext {
  readonly reader: DocumentReader;
  readonly table: SchemaTable;
  readonly schemes: ReadonlyMap<string, SecurityScheme>;
}

/**
 * The operations of all paths, sorted by path and method, with their schemas filed in the table, and as yet without
 * callbacks. One that cannot be generated is skipped, for the reasons that it has.
 */
export function* buildOperations(
  context: OperationContext,
): Building<{ readonly operations: readonly Operation[]; readonly skipped: readonly SkippedOperation[] }> {
  const { reader } = context;
  const operations: Operation[] = [];
  const skipped: SkippedOperation[] = [];
  const { value: paths, diagnostics: unreadable } = collect(itemsOf(reader, reader.document.root.paths, "#/paths"));
  yield* unreadable;
  let isUnreadable = unreadable.length > 0;
  const sites: OperationSite[] = [];
  for (const path of paths) {
    if (/[?#]/.test(path.name)) {
      const message = `expected a path without ${path.name.includes("?") ? "a query; describe its parameters" : "a fragment, which is never sent"}`;
      yield diagnose("path", reader.document, path.pointer, message);
    }
    const { value: ofPath, diagnostics } = collect(contained(sitesOf(reader, path)));
    yield* diagnostics;
    isUnreadable ||= diagnostics.length > 0;
    sites.push(...ofPath);
  }
  const ids = yield* operationIds(reader, sites);
  for (const site of sites) {
    const operationId = ids.get(site) ?? "";
    const { value: operation, diagnostics } = collect(buildOperation(context, site, operationId, site.path));
    yield* diagnostics.map((diagnostic) => (isObstacle(diagnostic) ? asWarning(diagnostic) : diagnostic));
    const reasons = diagnostics.filter(isObstacle);
    if (reasons.length === 0) operations.push(operation);
    else {
      skipped.push({ ...operation, reasons });
      yield diagnose("skipped", reader.document, operation.pointer, skippedFor(operation, reasons));
    }
  }
  if (operations.length === 0 && (skipped.length > 0 || isUnreadable))
    yield diagnose("skipped", reader.document, "#/paths", "none of its operations can be generated", {
      severity: "error",
    });
  return { operations, skipped };
}

function skippedFor({ method, path }: Operation, reasons: readonly Diagnostic[]): string {
  const why = [...new Set(reasons.map(({ message }) => message))].join("; ");
  return `${method} ${path} has no method in a client: ${why}`;
}

/** Members that are no extensions, sorted by name. */
export function* itemsOf(reader: DocumentReader, value: Json | undefined, pointer: string): Building<Member[]> {
  const members = yield* contained(reader.members(value, pointer));
  return members.filter(({ name }) => !name.startsWith("x-")).sort((a, b) => (a.name < b.name ? -1 : 1));
}

const SORTED = METHODS.toSorted();

/** An operation as the document has it. */
export interface OperationSite {
  readonly path: string;
  readonly method: Method;
  readonly layers: readonly Located[];
  readonly operation: Located;
}

export function* sitesOf(reader: DocumentReader, { name: path, value, pointer }: Member): Building<OperationSite[]> {
  const layers = yield* pathItemLayers(reader, value, pointer);
  const sites: OperationSite[] = [];
  for (const method of SORTED) {
    const item = layers.find((layer) => layer.value[method] !== undefined);
    if (item === undefined) continue;
    const operation = yield* reader.object(item.value[method], pointerTo(item.pointer, method));
    if (operation !== undefined) sites.push({ path, method, layers, operation });
  }
  return sites;
}

/**
 * A path item, and behind it the one that it refers to: unlike other objects, it may have fields of its own beside
 * `$ref`, which come first.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#path-item-object
 */
function* pathItemLayers(reader: DocumentReader, value: Json, pointer: string): Building<readonly Located[]> {
  const layers: Located[] = [];
  if ((yield* reader.object(value, pointer)) === undefined) return layers;
  let next: { readonly value: Json; readonly pointer: string } | undefined = { value, pointer };
  while (next !== undefined && isJsonObject(next.value)) {
    const { $ref: ref, ...own }: JsonObject = next.value;
    if (typeof ref !== "string") layers.push({ value: next.value, pointer: next.pointer });
    else if (Object.keys(own).length > 0) layers.push({ value: own, pointer: next.pointer });
    next = typeof ref === "string" ? reader.target(ref, next.pointer) : undefined;
  }
  return layers;
}

function* buildOperation(
  context: OperationContext,
  site: OperationSite,
  operationId: string,
  template: string,
): Building<Operation> {
  const { reader, schemes } = context;
  const { layers, operation, method } = site;
  const { value, pointer } = operation;
  const body = yield* bodyOf(reader, operation, method);
  const exchange = yield* buildExchange(context, site, operationId, template, body);
  const pagination = exchange.extensions["x-pagination"];
  const signer = signerBy(schemes, exchange.idempotencyKey);
  if (signer !== undefined) {
    const message = `expected a header that nothing else is sent in, received that of security scheme ${signer.name}`;
    yield reader.error(extensionRule("x-idempotency-key"), pointerTo(pointer, "x-idempotency-key"), message);
  }
  const built: Operation = {
    ...exchange,
    security: yield* buildSecurity(reader, schemes, operation),
    servers: [value, ...layers.map((layer) => layer.value)]
      .flatMap(({ servers }) => [serverUrls(servers) ?? []])
      .find(({ length }) => length > 0),
    pagination: undefined,
    callbacks: new Map(),
  };
  if (pagination === undefined) return built;
  const at = pointerTo(pointer, "x-pagination");
  return { ...built, pagination: yield* buildPagination(reader, context.table, built, pagination, at) };
}

/** The security scheme whose credentials are sent in a header. */
function signerBy(schemes: OperationContext["schemes"], header: string | undefined): SecurityScheme | undefined {
  if (header === undefined) return undefined;
  const name = header.toLowerCase();
  return [...schemes.values()].find((scheme) => scheme.in === "header" && scheme.parameterName?.toLowerCase() === name);
}

/** What is said about a request and its responses, in either direction. */
type Exchange = Omit<Operation, "callbacks" | "pagination" | "security" | "servers">;

/**
 * A request and its responses.
 *
 * @param template the path, whose parameters the request has; undefined for a request that the server sends, of which
 * generated code receives the request and sends the response.
 */
export function* buildExchange(
  { reader, table }: OperationContext,
  { path, method, layers, operation }: OperationSite,
  operationId: string,
  template: string | undefined,
  body: Json | undefined,
): Building<Exchange> {
  const { value, pointer } = operation;
  const prefix = pascalCase(operationId);
  const [ofRequest, ofResponse] =
    template === undefined ? (["response", "request"] as const) : (["request", "response"] as const);
  const extensions = yield* readExtensions(reader, "operation", operation);
  const owners = [...layers.toReversed(), operation];
  const { safe, idempotent } = methodRules(method);
  // Requests of the server are its own to repeat.
  const idempotencyKey = safe || template === undefined ? undefined : extensions["x-idempotency-key"];
  const responsesAt = pointerTo(pointer, "responses");
  return {
    operationId,
    methodName: lowerFirst(prefix),
    method: method.toUpperCase(),
    path,
    pathItems: layers.map((layer) => ({ pointer: layer.pointer, source: layer.value })),
    pointer,
    source: value,
    extensions,
    summary: text(value.summary),
    description: text(value.description),
    deprecated: value.deprecated === true,
    idempotent: idempotent || extensions["x-idempotent"] === true || idempotencyKey !== undefined,
    idempotencyKey,
    parameters: yield* buildParameters(reader, table, template, owners, prefix),
    requestBody: yield* buildRequestBody(reader, table, body, pointerTo(pointer, "requestBody"), prefix, ofRequest),
    responses: yield* buildResponses(reader, table, value.responses, responsesAt, prefix, method, ofResponse),
  };
}

/** The Request Body Object of an operation. OpenAPI permits that of a GET or HEAD, but `fetch` sends neither it nor any TRACE. */
function* bodyOf(
  { document }: DocumentReader,
  { value: { requestBody }, pointer }: Located,
  method: Method,
): Building<Json | undefined> {
  const { fetch } = methodRules(method);
  const name = method.toUpperCase();
  if (fetch === "nothing")
    yield diagnose("method", document, pointer, `fetch sends no ${name}, so this method of a client fails`);
  if (requestBody === undefined || fetch !== "no body") return requestBody;
  const message = `fetch sends no body with ${name}, so this method of a client fails with one; use POST, or parameters`;
  yield diagnose("method", document, pointer, message);
  return requestBody;
}

/** Methods that a client cannot have: its own members, and what would make a promise of it; with any `_` behind them. */
const RESERVED = /^(raw|then|withResponse)_*$/;

/** The `operationId` that the author of an operation gave it; undefined where it has none that a method can be called by. */
export function declaredOperationId({ operationId }: JsonObject): string | undefined {
  const id = text(operationId);
  return id !== undefined && /[\p{L}\p{N}]/u.test(id) ? id : undefined;
}

function methodNameOf(operationId: string): string {
  return lowerFirst(pascalCase(operationId));
}

/** Of the operations that declare the name of a method, the first ones; with `_` behind it where it is reserved. */
function* declaredIds(
  document: DocumentReader["document"],
  sites: readonly OperationSite[],
): Building<Map<OperationSite, string>> {
  const ids = new Map<OperationSite, string>();
  const taken = new Set<string>();
  for (const site of sites) {
    const declared = declaredOperationId(site.operation.value);
    if (declared === undefined) continue;
    const method = methodNameOf(declared);
    const id = RESERVED.test(method) ? `${declared}_` : declared;
    if (taken.has(methodNameOf(id))) continue;
    taken.add(methodNameOf(id));
    ids.set(site, id);
    if (id === declared) continue;
    const at = pointerTo(site.operation.pointer, "operationId");
    const message = `no method of a client can be called ${method}, so this one is called ${methodNameOf(id)}; rename it`;
    yield diagnose("operation-id", document, at, message, { severity: "warning" });
  }
  return ids;
}

/**
 * What operations are called: their `operationId`, with `_` behind it where it is reserved, or else a name from method
 * and path. Each name depends on what the operation is, and on those that would have the same, but on no other. Where several would, those that declare it come
 * first, then those whose path has nothing but words.
 */
function* operationIds(
  { document }: DocumentReader,
  sites: readonly OperationSite[],
): Building<ReadonlyMap<OperationSite, string>> {
  const ids = yield* declaredIds(document, sites);
  const taken = new Set([...ids.values()].map(methodNameOf));
  const others = sites.filter((site) => !ids.has(site));
  const derived = others.map((site) => {
    const names = [derivedOperationId, spelledOperationId].map((nameOf) => nameOf(site.method, site.path));
    return { site, usual: names[0] ?? "", spelled: names[1] ?? "" };
  });
  for (const isPlain of [true, false]) {
    for (const { site, usual, spelled } of derived) {
      if ((usual === spelled) !== isPlain) continue;
      ids.set(site, pascalCase(uniqueName(lowerFirst(usual), taken, [lowerFirst(spelled)])));
    }
  }
  for (const { site, usual } of derived) {
    const { value, pointer } = site.operation;
    const [declared, id] = [declaredOperationId(value), ids.get(site)];
    if (declared === undefined)
      yield diagnose("derived-operation-id", document, pointer, "operationId derived from method and path");
    if (id === (declared ?? usual)) continue;
    const at = declared === undefined ? pointer : pointerTo(pointer, "operationId");
    const message = `${declared ?? usual} is what another method of the client is called already, so this one is called ${id}; rename one of them`;
    yield diagnose("operation-id", document, at, message, { severity: "warning" });
  }
  return ids;
}

function* buildRequestBody(
  reader: DocumentReader,
  table: SchemaTable,
  body: Json | undefined,
  at: string,
  prefix: string,
  direction: Direction,
): Building<RequestBody | undefined> {
  const located = body === undefined ? undefined : yield* reader.object(body, at);
  if (located === undefined) return undefined;
  const { value, pointer } = located;
  const contentAt = pointerTo(pointer, "content");
  return {
    required: value.required === true,
    description: text(value.description),
    ...(yield* buildContent(reader, table, value.content, contentAt, `${prefix}Body`, direction)),
    pointer,
    source: value,
  };
}

function* buildResponses(
  reader: DocumentReader,
  table: SchemaTable,
  value: Json | undefined,
  at: string,
  prefix: string,
  method: Method,
  direction: Direction,
): Building<Response[]> {
  const responses: Response[] = [];
  const members = (yield* reader.members(value, at)).filter(({ name }) => !name.startsWith("x-"));
  // "default" sorts behind digits and ranges by itself.
  for (const member of members.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const located = yield* reader.object(member.value, member.pointer);
    if (located === undefined) continue;
    const { value: response, pointer } = located;
    if (!isStatus(member.name)) {
      const message = `expected a status such as 200, a range such as 4XX, or default, received ${JSON.stringify(member.name)}`;
      yield asWarning(reader.error("structure", member.pointer, `${message}; no response is like this`));
    }
    const inlineName = isSuccess(member.name)
      ? `${prefix}Response`
      : `${prefix}${pascalCase(member.name).replace("_", "")}Response`;
    const isEmpty = hasNoContent(method, member.name);
    if (isEmpty && response.content !== undefined) {
      const what = method === "head" ? "HEAD" : member.name;
      const message = `content of a ${what} response ignored, which never has any`;
      yield diagnose("ignored", reader.document, pointerTo(pointer, "content"), message);
    }
    const content = isEmpty ? undefined : response.content;
    const body = yield* buildContent(reader, table, content, pointerTo(pointer, "content"), inlineName, direction);
    if (response.links !== undefined)
      yield diagnose("left-out", reader.document, pointerTo(pointer, "links"), "links left out: a client follows none");
    responses.push({
      status: usualStatus(member.name),
      description: text(response.description),
      content: body.content,
      headers: yield* buildHeaders(reader, table, response.headers, pointerTo(pointer, "headers"), direction),
      pointer,
      source: response,
      extensions: yield* readExtensions(reader, "response", located),
    });
  }
  return responses;
}
