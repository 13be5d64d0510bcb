import type { JsonObject } from "../../../document/index.ts";
import { changed, code, type Finding, only } from "../finding.ts";
import { child, membersAt, membersOf, type Place, resolve } from "../place.ts";
import { compareDescriptions } from "../schema/annotations.ts";
import type { Comparison } from "../schema/pair.ts";
import { canonical } from "../schema/shape.ts";
import { compareRequestBody } from "./bodies.ts";
import {
  erasedKey,
  type LocatedOperation,
  labelOf,
  type OperationPair,
  operationsOf,
  pairOperations,
} from "./operations.ts";
import { compareParameters } from "./parameters.ts";
import { compareResponses } from "./responses.ts";
import { compareOperationSecurity } from "./security.ts";
import { compareServers } from "./servers.ts";
import { OUTBOUND, type Traffic } from "./traffic.ts";

/** Operations that came and went. */
export function* compareExistence(
  removed: readonly LocatedOperation[],
  added: readonly LocatedOperation[],
): Generator<Finding, void, undefined> {
  for (const one of removed) yield only("operation-removed", one.operation, { operation: nameOf(one) });
  for (const one of added) yield only("operation-added", one.operation, { operation: nameOf(one) });
}

/** Everything about an operation of both documents. */
export function* compareOperation({ before, after }: OperationPair, traffic: Traffic): Comparison {
  const [old, now] = [before.operation, after.operation];
  const facts = { operation: labelOf(after) };
  if (erasedKey(before) !== erasedKey(after))
    yield changed("path-changed", now, { ...facts, before: code(addressOf(before)), after: code(addressOf(after)) });
  if (before.id !== after.id)
    yield changed("operation-renamed", child(now, "operationId") ?? now, {
      before: code(before.id),
      after: code(after.id),
    });
  yield* compareMarkers(old, now, facts);
  yield* compareDescriptions(old.value, now.value, now, labelOf(after), DESCRIPTIONS, ["x-idempotent", "x-pagination"]);
  yield* compareParameters({ before, after }, traffic.requests);
  yield* compareRequestBody({ before, after }, traffic);
  yield* compareResponses({ before, after }, traffic);
  yield* compareOperationSecurity({ before, after });
  yield* compareServers(old, now, labelOf(after));
  yield* compareCallbacks(old, now);
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

/** What the server asks of its callers. */
export function* compareOutbound(before: readonly LocatedOperation[], after: readonly LocatedOperation[]): Comparison {
  const { pairs, removed, added } = pairOperations(before, after);
  for (const one of removed) yield only("webhook-removed", one.operation, { webhook: nameOf(one) });
  for (const one of added) yield only("webhook-added", one.operation, { webhook: nameOf(one) });
  for (const pair of pairs) yield* compareOperation(pair, OUTBOUND);
}

function addressOf({ method, path }: LocatedOperation): string {
  return `${method.toUpperCase()} ${path}`;
}

function nameOf(operation: LocatedOperation): string {
  const label = labelOf(operation);
  const address = addressOf(operation);
  return label === address ? label : `${label} (${address})`;
}
