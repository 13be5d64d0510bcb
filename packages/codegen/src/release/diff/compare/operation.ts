import { erasedTemplate, type JsonObject } from "@earmark/openapi";
import { canonical } from "../canonical.ts";
import { changed, code, type Finding, only } from "../finding.ts";
import { child, membersAt, membersOf, type Place, resolve, rootOf } from "../place.ts";
import { compareDescriptions } from "../schema/annotations.ts";
import type { Comparison } from "../schema/pair.ts";
import { compareRequestBody } from "./bodies.ts";
import {
  type LocatedOperation,
  labelOf,
  type OperationPair,
  operationsOf,
  type PairedOperations,
  pairOperations,
} from "./operations.ts";
import { compareParameters } from "./parameters.ts";
import { compareResponses } from "./responses.ts";
import { compareOperationSecurity } from "./security.ts";
import { compareOwnServers } from "./servers.ts";
import { INBOUND, OUTBOUND, type Traffic } from "./traffic.ts";

/** Operations that came and went. */
export function* compareExistence({ removed, added }: PairedOperations): Generator<Finding, void, undefined> {
  for (const one of removed) yield only("operation-removed", one.operation, { operation: nameOf(one) });
  for (const one of added) yield only("operation-added", one.operation, { operation: nameOf(one) });
}

/** Everything about an operation of both documents. */
export function* compareOperation(pair: OperationPair, traffic: Traffic): Comparison {
  const { before, after } = pair;
  const [old, now] = [before.operation, after.operation];
  if (traffic === INBOUND) yield* compareAddress(pair);
  yield* compareMarkers(old, now, { operation: code(labelOf(after)) });
  yield* compareDescriptions(old.value, now.value, now, code(labelOf(after)), DESCRIPTIONS, [
    "x-idempotent",
    "x-pagination",
  ]);
  yield* compareDescriptions(before.item.value, after.item.value, after.item, `path ${code(after.path)}`, DESCRIPTIONS);
  yield* compareParameters(pair, traffic);
  yield* compareRequestBody(pair, traffic);
  yield* compareResponses(pair, traffic);
  if (traffic === INBOUND) {
    yield* compareOperationSecurity(pair);
    const [oldRoot, newRoot] = [rootOf(old.side), rootOf(now.side)];
    yield* compareOwnServers([before.item, oldRoot], [after.item, newRoot], `path ${code(after.path)}`);
    yield* compareOwnServers([old, before.item, oldRoot], [now, after.item, newRoot], code(labelOf(after)));
  } else if (canonical(old.value.security ?? []) !== canonical(now.value.security ?? []))
    yield changed("webhook-security-changed", child(now, "security") ?? now, { webhook: nameOf(after) });
  yield* compareCallbacks(old, now);
}

/** Where an operation is, and what it is called. */
function* compareAddress({ before, after }: OperationPair): Comparison {
  const place = after.operation;
  if (erasedTemplate(before.path) !== erasedTemplate(after.path))
    yield changed("path-renamed", after.item, { before: code(before.path), after: code(after.path) });
  if (before.method !== after.method) {
    const facts = {
      operation: code(labelOf(after)),
      before: before.method.toUpperCase(),
      after: after.method.toUpperCase(),
    };
    yield changed("method-changed", place, facts);
  }
  if (before.id === after.id || (before.declaredId === undefined && after.declaredId === undefined)) return;
  const facts = { before: code(before.id), after: code(after.id) };
  yield changed("operation-renamed", child(place, "operationId") ?? place, facts);
}

const DESCRIPTIONS = ["description", "externalDocs", "summary", "tags"];

function* compareMarkers(
  before: Place<JsonObject>,
  after: Place<JsonObject>,
  facts: { readonly operation: string },
): Comparison {
  const [wasDeprecated, isDeprecated] = [before.value.deprecated === true, after.value.deprecated === true];
  if (wasDeprecated !== isDeprecated)
    yield changed(
      isDeprecated ? "operation-deprecated" : "operation-not-deprecated",
      child(after, "deprecated") ?? after,
      facts,
    );
  const [oldPages, newPages] = [before, after].map(({ value }) => canonical(value["x-pagination"] ?? null));
  if (oldPages !== newPages) yield changed("pagination-changed", child(after, "x-pagination") ?? after, facts);
  const [wasRepeatable, isRepeatable] = [before.value["x-idempotent"] === true, after.value["x-idempotent"] === true];
  if (wasRepeatable !== isRepeatable) {
    const rule = isRepeatable ? "operation-became-repeatable" : "operation-became-unrepeatable";
    yield changed(rule, child(after, "x-idempotent") ?? after, facts);
  }
}

/** Requests that the server sends to a URL of the caller: a map of path items by expression for each name. */
function* compareCallbacks(before: Place<JsonObject>, after: Place<JsonObject>): Comparison {
  const [old, now] = [membersAt(before, "callbacks"), membersAt(after, "callbacks")];
  for (const name of new Set([...old.keys(), ...now.keys()]))
    yield* compareOutbound(callbackOperations(old.get(name)), callbackOperations(now.get(name)));
}

function callbackOperations(callback: Place | undefined): LocatedOperation[] {
  const target = resolve(callback);
  return target === undefined ? [] : operationsOf(membersOf(target));
}

function* compareOutbound(before: readonly LocatedOperation[], after: readonly LocatedOperation[]): Comparison {
  const operations = pairOperations(before, after);
  yield* compareWebhookExistence(operations);
  for (const pair of operations.pairs) yield* compareOperation(pair, OUTBOUND);
}

/** Webhooks and callbacks that came and went. */
export function* compareWebhookExistence({ removed, added }: PairedOperations): Generator<Finding, void, undefined> {
  for (const one of removed) yield only("webhook-removed", one.operation, { webhook: nameOf(one) });
  for (const one of added) yield only("webhook-added", one.operation, { webhook: nameOf(one) });
}

function addressOf({ method, path }: LocatedOperation): string {
  return `${method.toUpperCase()} ${path}`;
}

function nameOf(operation: LocatedOperation): string {
  const label = labelOf(operation);
  const address = addressOf(operation);
  return label === address ? code(label) : `${code(label)} (${code(address)})`;
}
