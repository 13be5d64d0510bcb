import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { essence, isMultipart, MULTIPART_FORM } from "../http/media-type.ts";
import { methodRules } from "../http/method.ts";
import type { Json } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import { buildExchange, itemsOf, type OperationContext, type OperationSite, sitesOf } from "./build-operations.ts";
import type { Operation, RequestBody, Webhook } from "./model.ts";
import { pascalCase, uniqueName } from "./names.ts";
import {
  asWarning,
  type Building,
  collect,
  contained,
  type DocumentReader,
  isObstacle,
  type Member,
} from "./source.ts";

/** What webhooks are called already. */
export class WebhookNames {
  readonly keys: Set<string> = new Set();
  readonly types: Set<string> = new Set();
}

/**
 * The webhooks of a document with their callbacks, sorted by name, and their schemas filed in the table.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#oas-webhooks
 */
export function* buildWebhooks(context: OperationContext, names: WebhookNames): Building<readonly Webhook[]> {
  const { reader } = context;
  const webhooks: Webhook[] = [];
  for (const item of yield* contained(itemsOf(reader, reader.document.root.webhooks, "#/webhooks")))
    webhooks.push(...(yield* webhooksOf(context, names, item, item.name, "Webhook")));
  return yield* withCallbacks(context, names, webhooks, ({ key }) => key);
}

/**
 * Operations with their callbacks, which have the keys `OWNER/NAME`. Those of a callback itself are left out.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#callback-object
 */
export function* withCallbacks<One extends Operation>(
  context: OperationContext,
  names: WebhookNames,
  operations: readonly One[],
  ownerOf: (operation: One) => string,
): Building<readonly One[]> {
  const { reader } = context;
  const all: One[] = [];
  for (const operation of operations) {
    const callbacks = new Map<string, readonly Webhook[]>();
    const at = pointerTo(operation.pointer, "callbacks");
    for (const { name, value, pointer } of yield* contained(itemsOf(reader, operation.source.callbacks, at))) {
      const callback = yield* contained(reader.object(value, pointer));
      const requests: Webhook[] = [];
      if (callback !== undefined)
        for (const item of yield* contained(itemsOf(reader, callback.value, callback.pointer)))
          requests.push(...(yield* webhooksOf(context, names, item, `${ownerOf(operation)}/${name}`, "Callback")));
      for (const request of requests)
        if (request.source.callbacks !== undefined)
          yield diagnose("left-out", reader.document, request.pointer, "callbacks of a callback left out");
      callbacks.set(name, requests);
    }
    all.push({ ...operation, callbacks });
  }
  return all;
}

/** The requests of one path item. POST, which nearly all are, has the key to itself. */
function* webhooksOf(
  context: OperationContext,
  names: WebhookNames,
  item: Member,
  name: string,
  kind: "Callback" | "Webhook",
): Building<readonly Webhook[]> {
  const { document } = context.reader;
  const sites = yield* contained(sitesOf(context.reader, item));
  const webhooks: Webhook[] = [];
  for (const site of sites.toSorted((a, b) => Number(b.method === "post") - Number(a.method === "post"))) {
    const key = uniqueName(name, names.keys, [`${name}/${site.method}`]);
    const type = uniqueName(`${pascalCase(key)}${kind}`, names.types);
    const { value: built, diagnostics } = collect(buildWebhook(context, site, key, type));
    yield* diagnostics.map((diagnostic) => (isObstacle(diagnostic) ? asWarning(diagnostic) : diagnostic));
    const reasons = diagnostics.filter(isObstacle);
    webhooks.push({ ...built, reasons });
    const why = [...new Set(reasons.map(({ message }) => message))].join("; ");
    if (reasons.length > 0)
      yield diagnose("skipped", document, built.pointer, `${kind.toLowerCase()} ${key} has no handler: ${why}`);
  }
  return webhooks;
}

function* buildWebhook(
  context: OperationContext,
  site: OperationSite,
  key: string,
  type: string,
): Building<Omit<Webhook, "reasons">> {
  const { document } = context.reader;
  const { value, pointer } = site.operation;
  if (value.security !== undefined) {
    const message = "security of a webhook left out: `verify` of its handler decides who may send it";
    yield diagnose("left-out", document, pointerTo(pointer, "security"), message);
  }
  for (const field of ["servers", "x-idempotent", "x-pagination", "x-idempotency-key", "x-retry-on"])
    if (value[field] !== undefined)
      yield diagnose("left-out", document, pointerTo(pointer, field), `${field} of a webhook left out`);
  const body = yield* bodyOf(context.reader, site);
  const exchange = yield* buildExchange(context, site, type, undefined, body);
  for (const { pointer: at, extensions } of exchange.responses)
    if (extensions["x-error"] !== undefined)
      yield diagnose("left-out", document, pointerTo(at, "x-error"), "x-error of a webhook left out");
  const requestBody = exchange.requestBody && (yield* readable(context.reader, exchange.requestBody));
  const nothing = { callbacks: new Map(), pagination: undefined, security: [], servers: undefined };
  return { ...exchange, ...nothing, requestBody, key };
}

/** The Request Body Object of a webhook: no `Request` has a body with GET or HEAD, and none is a TRACE. */
function* bodyOf({ document }: DocumentReader, { method, operation }: OperationSite): Building<Json | undefined> {
  const { requestBody } = operation.value;
  const { fetch } = methodRules(method);
  const name = method.toUpperCase();
  if (fetch === "nothing")
    yield diagnose("method", document, operation.pointer, `no Request is a ${name}, so no handler gets one`);
  if (fetch === "everything" || requestBody === undefined) return requestBody;
  yield diagnose("method", document, operation.pointer, `no Request has a body with ${name}, so no handler gets one`);
  return undefined;
}

/** Without multipart bodies that are no forms, which cannot be read; that is an error where nothing else remains. */
function* readable(reader: DocumentReader, body: RequestBody): Building<RequestBody> {
  const isReadable = (mediaType: string): boolean => !isMultipart(mediaType) || essence(mediaType) === MULTIPART_FORM;
  const content = body.content.filter(({ mediaType }) => isReadable(mediaType));
  const skipped = body.content.filter(({ mediaType }) => !isReadable(mediaType));
  for (const { mediaType, pointer } of skipped) {
    const message = `a body of type ${mediaType} cannot be read; of multipart, only form-data can`;
    const found: Diagnostic = reader.error("unsupported", pointer, message);
    yield content.length > 0 ? asWarning(found) : found;
  }
  return { ...body, content, skipped: [...body.skipped, ...skipped] };
}
