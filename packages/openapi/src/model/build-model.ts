import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Document } from "../document/document.ts";
import { serverUrls } from "../document/servers.ts";
import { isJsonObject } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import { withRenamed } from "./build-content.ts";
import { checkErrorFields } from "./build-errors.ts";
import { buildOperations, type OperationContext } from "./build-operations.ts";
import { buildSecuritySchemes } from "./build-security.ts";
import { buildWebhooks, WebhookNames, withCallbacks } from "./build-webhooks.ts";
import { readExtensions } from "./extensions.ts";
import type { Model, Operation, RequestBody } from "./model.ts";
import { SchemaTable } from "./schema-table.ts";
import { type Building, collect, DocumentReader, text } from "./source.ts";

/**
 * The normalised form of a document, and everything that there is to say about how it was read, in a stable order.
 *
 * Nothing is thrown and nothing dropped in silence. What cannot be generated costs no more than itself, with a warning
 * at its place: an operation is in `model.skipped`, a schema lets any value pass where it says something that cannot be
 * read. An error means that nothing should be generated: none of the operations can be, or the author has to correct one
 * of our own extensions.
 */
export function buildModel(document: Document): {
  readonly model: Model;
  readonly diagnostics: readonly Diagnostic[];
} {
  const { value, diagnostics } = collect(readModel(document));
  const isGenerated = diagnostics.every(({ severity }) => severity !== "error");
  return { model: { ...value, isGenerated }, diagnostics: withoutRepetition(diagnostics) };
}

function* readModel(document: Document): Building<Omit<Model, "isGenerated">> {
  const reader = new DocumentReader(document);
  const table = new SchemaTable(reader);
  const context: OperationContext = { reader, table, schemes: yield* buildSecuritySchemes(reader) };
  const built = yield* buildOperations(context);
  // After all operations, so that none of these depends on them for the name of a schema.
  const names = new WebhookNames();
  const received = yield* buildWebhooks(context, names);
  const complete = yield* withCallbacks(context, names, built.operations, ({ operationId }) => operationId);
  const incomplete = yield* withCallbacks(context, names, built.skipped, ({ operationId }) => operationId);
  const servers = yield* buildServers(document, built.operations);
  const extensions = yield* readExtensions(reader, "document", { value: document.root, pointer: "#" });
  yield* checkErrorFields(reader, table, extensions, [...built.operations, ...built.skipped]);
  const { schemas, renamed, diagnostics } = table.finish();
  const [operations, skipped] = [bytesRenamed(complete, renamed), bytesRenamed(incomplete, renamed)];
  yield* diagnostics;
  const info = document.root.info;
  const byName = new Map(schemas.map((entry) => [entry.name, entry]));
  return {
    document,
    extensions,
    title: (isJsonObject(info) ? text(info.title) : undefined) ?? document.name,
    servers,
    securitySchemes: [...context.schemes.values()],
    schemas,
    schemaNamed: (name) => byName.get(name),
    operations,
    skipped,
    webhooks: bytesRenamed(received, renamed),
    pointerOf: (schema) => table.pointerOf(schema),
  };
}

/** Operations whose bodies refer to schemas with bytes by the names that these have. */
function bytesRenamed<One extends Operation>(
  operations: readonly One[],
  renamed: ReadonlyMap<string, string>,
): readonly One[] {
  if (renamed.size === 0) return operations;
  const inBody = (body: RequestBody): RequestBody => ({
    ...body,
    content: withRenamed(body.content, renamed),
    skipped: withRenamed(body.skipped, renamed),
  });
  return operations.map((operation) => ({
    ...operation,
    requestBody: operation.requestBody && inBody(operation.requestBody),
    responses: operation.responses.map((response) => ({
      ...response,
      content: withRenamed(response.content, renamed),
    })),
    callbacks: new Map([...operation.callbacks].map(([name, webhooks]) => [name, bytesRenamed(webhooks, renamed)])),
  }));
}

/**
 * The servers of a document; where it names none, those of its operations, if they all have the same. A client calls one
 * server only, so operations of others are warned of.
 */
function* buildServers(document: Document, operations: readonly Operation[]): Building<readonly string[]> {
  const declared = serverUrls(document.root.servers);
  const [first] = operations;
  const isShared = operations.every(({ servers }) => servers?.[0] === first?.servers?.[0]);
  const servers = declared ?? (isShared ? first?.servers : undefined) ?? [];
  for (const { servers: own, operationId, pointer } of operations) {
    if (own === undefined || own[0] === servers[0]) continue;
    const message = `${operationId} is served at ${own[0]}; a client calls ${servers[0] ?? "its baseUrl"}, so give the operation one of its own`;
    yield diagnose("servers", document, pointerTo(pointer, "servers"), message);
  }
  return servers;
}

/** What several operations share is read for each of them. */
function withoutRepetition(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const known = new Set<string>();
  return diagnostics.filter(({ rule, pointer, message, severity }) => {
    const key = JSON.stringify([rule, pointer, message, severity]);
    const isNew = !known.has(key);
    known.add(key);
    return isNew;
  });
}
