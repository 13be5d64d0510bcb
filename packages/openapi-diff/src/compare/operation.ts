import { erasedTemplate, type Operation, type Webhook } from "@earmark/openapi";
import { code, type Finding, foundInBoth, foundInOne } from "../findings/finding.ts";
import { canonical, child, type Place, placeOf, type Side, type Sides } from "../findings/place.ts";
import { compareDescriptions, compareFlags } from "../schema/annotations.ts";
import type { Comparison } from "../schema/pair.ts";
import { compareRequestBody } from "./bodies.ts";
import { compareOwnServers } from "./document.ts";
import { compareRetries, understood } from "./errors.ts";
import {
  addressOf,
  INBOUND,
  labelOf,
  type OperationPair,
  OUTBOUND,
  type PairedOperations,
  pairWebhooks,
  type Traffic,
} from "./operations.ts";
import { compareParameters } from "./parameters.ts";
import { compareResponses } from "./responses.ts";
import { compareOperationSecurity } from "./security.ts";

/** Operations that came and went. */
export function* compareExistence(
  sides: Sides,
  { removed, added }: PairedOperations,
): Generator<Finding, void, undefined> {
  for (const [side, change, operations] of [
    [sides.before, "removed", removed],
    [sides.after, "added", added],
  ] as const)
    for (const one of operations) {
      const reason = whySkipped(side, one);
      const rule = `${reason === undefined ? "" : "skipped-"}operation-${change}` as const;
      yield foundInOne(rule, placeOf(side, one), {
        operation: nameOf(one),
        ...(reason === undefined ? {} : { reason }),
      });
    }
}

/** Why clients have no method for an operation; undefined where they have one. */
function whySkipped({ model }: Side, operation: Operation): string | undefined {
  const skipped = model.skipped.find((one) => one === operation);
  return skipped && reasonsOf(skipped);
}

/** Why there is no handler for a webhook; undefined where there is one. */
function whyUnhandled(webhook: Webhook): string | undefined {
  return webhook.reasons.length === 0 ? undefined : reasonsOf(webhook);
}

function reasonsOf({ reasons }: Pick<Webhook, "reasons">): string {
  return [...new Set(reasons.map(({ message }) => message))].join("; ");
}

/** Everything about a webhook, or a request of a callback, of both documents. */
export function* compareWebhook(sides: Sides, pair: OperationPair<Webhook>): Comparison {
  const { before, after } = pair;
  const place = placeOf(sides.after, after);
  const webhook = nameOf(after);
  if (before.key !== after.key)
    yield foundInBoth("webhook-renamed", place, { before: code(before.key), after: code(after.key) });
  else if (before.path !== after.path)
    yield foundInBoth("callback-address-changed", place, {
      callback: code(after.key),
      before: code(before.path),
      after: code(after.path),
    });
  if (before.method !== after.method)
    yield foundInBoth("webhook-method-changed", place, { webhook, before: before.method, after: after.method });
  const [old, reason] = [whyUnhandled(before), whyUnhandled(after)];
  if (old === undefined && reason !== undefined) yield foundInBoth("webhook-skipped", place, { webhook, reason });
  if (old !== undefined && reason === undefined) yield foundInBoth("webhook-generated", place, { webhook });
  yield* compareOperation(sides, pair, OUTBOUND);
}

/** Everything about an operation of both documents. */
export function* compareOperation(sides: Sides, pair: OperationPair, traffic: Traffic): Comparison {
  const { before, after } = pair;
  const label = code(labelOf(after));
  const [old, now] = [placeOf(sides.before, before), placeOf(sides.after, after)];
  const [oldItem, item] = [itemOf(sides.before, before), itemOf(sides.after, after)];
  if (traffic === INBOUND) {
    yield* compareAddress(pair, now, item);
    yield* compareGeneration(sides, pair, now);
    yield* compareKeys(pair, now);
  }
  yield* compareFlags(old, now, DEPRECATION, { operation: label });
  // A handler of webhooks repeats nothing, and reads no pages.
  if (traffic === INBOUND) {
    yield* compareFlags(old, now, REPEATABILITY, { operation: label });
    const [oldPages, newPages] = [old, now].map(({ value }) => canonical(value["x-pagination"] ?? null));
    if (oldPages !== newPages)
      yield foundInBoth("pagination-changed", child(now, "x-pagination") ?? now, { operation: label });
    yield* compareRetries(sides, [before, after], label);
  }
  const known = ["x-idempotent", "x-pagination", ...(traffic === INBOUND ? understood([before, after]) : [])];
  yield* compareDescriptions(old.value, now.value, now, label, DESCRIPTIONS, known);
  yield* compareDescriptions(oldItem.value, item.value, item, `path ${code(after.path)}`, DESCRIPTIONS);
  yield* compareParameters(sides, pair, traffic);
  yield* compareRequestBody(sides, pair, traffic);
  yield* compareResponses(sides, pair, traffic);
  if (traffic === INBOUND) {
    yield* compareOperationSecurity(old, now, label);
    yield* compareOwnServers(sides, [oldItem, item], [old, now], [`path ${code(after.path)}`, label]);
  } else if (canonical(old.value.security ?? []) !== canonical(now.value.security ?? []))
    yield foundInBoth("webhook-security-changed", child(now, "security") ?? now, { webhook: nameOf(after) });
  yield* compareCallbacks(sides, pair);
}

/** The path item that an operation stands in, beside which a reference may have more to say. */
function itemOf(side: Side, { pathItems, ...operation }: Operation): Place<Operation["source"]> {
  return placeOf(side, pathItems.at(-1) ?? operation);
}

/** Where an operation is, and what it is called. */
function* compareAddress({ before, after }: OperationPair, place: Place<Operation["source"]>, item: Place): Comparison {
  if (erasedTemplate(before.path) !== erasedTemplate(after.path))
    yield foundInBoth("path-renamed", item, { before: code(before.path), after: code(after.path) });
  if (before.method !== after.method)
    yield foundInBoth("method-changed", place, {
      operation: code(labelOf(after)),
      before: before.method,
      after: after.method,
    });
  // What a client calls it, which depends on others where it declares no name, or one that is taken.
  const facts = { before: code(before.operationId), after: code(after.operationId) };
  if (facts.before !== facts.after) yield foundInBoth("operation-renamed", child(place, "operationId") ?? place, facts);
}

/** Whether clients have a method for an operation. */
function* compareGeneration({ before, after }: Sides, pair: OperationPair, place: Place): Comparison {
  const [old, reason] = [whySkipped(before, pair.before), whySkipped(after, pair.after)];
  const operation = code(labelOf(pair.after));
  if (old === undefined && reason !== undefined) yield foundInBoth("operation-skipped", place, { operation, reason });
  if (old !== undefined && reason === undefined) yield foundInBoth("operation-generated", place, { operation });
}

/** By which key the server knows requests that are repeated. */
function* compareKeys({ before, after }: OperationPair, place: Place<Operation["source"]>): Comparison {
  const [old, now] = [before.idempotencyKey, after.idempotencyKey];
  if (old?.toLowerCase() === now?.toLowerCase()) return;
  const at = child(place, "x-idempotency-key") ?? place;
  const operation = code(labelOf(after));
  if (old === undefined) yield foundInBoth("idempotency-key-added", at, { operation, after: code(now ?? "") });
  else if (now === undefined) yield foundInBoth("idempotency-key-removed", at, { operation, before: code(old) });
  else yield foundInBoth("idempotency-key-renamed", at, { operation, before: code(old), after: code(now) });
}

const DESCRIPTIONS = ["description", "externalDocs", "summary", "tags"];

const DEPRECATION = [["deprecated", "operation-deprecated", "operation-not-deprecated"]] as const;
const REPEATABILITY = [["x-idempotent", "operation-became-repeatable", "operation-became-unrepeatable"]] as const;

/** Requests that the server sends to a URL of the caller. */
function* compareCallbacks(sides: Sides, { before, after }: OperationPair): Comparison {
  const [old, now] = [before.callbacks, after.callbacks];
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    const requests = pairWebhooks(old.get(name) ?? [], now.get(name) ?? []);
    yield* compareWebhookExistence(sides, requests);
    for (const pair of requests.pairs) yield* compareWebhook(sides, pair);
  }
}

/** Webhooks and callbacks that came and went. */
export function* compareWebhookExistence(
  sides: Sides,
  { removed, added }: PairedOperations<Webhook>,
): Generator<Finding, void, undefined> {
  for (const [side, change, webhooks] of [
    [sides.before, "removed", removed],
    [sides.after, "added", added],
  ] as const)
    for (const one of webhooks) {
      const reason = whyUnhandled(one);
      const rule = `${reason === undefined ? "" : "skipped-"}webhook-${change}` as const;
      yield foundInOne(rule, placeOf(side, one), { webhook: nameOf(one), ...(reason === undefined ? {} : { reason }) });
    }
}

function nameOf(operation: Operation): string {
  const [label, address] = [labelOf(operation), addressOf(operation)];
  return label === address ? code(label) : `${code(label)} (${code(address)})`;
}
