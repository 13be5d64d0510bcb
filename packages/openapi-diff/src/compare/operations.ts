import { declaredOperationId, erasedTemplate, type Operation, type Webhook } from "@earmark/openapi";
import type { Direction, RuleId } from "../rules/index.ts";

/** An operation of both documents. */
export interface OperationPair<One extends Operation = Operation> {
  readonly before: One;
  readonly after: One;
}

export interface PairedOperations<One extends Operation = Operation> {
  readonly pairs: readonly OperationPair<One>[];
  readonly removed: readonly One[];
  readonly added: readonly One[];
}

/**
 * Pairs operations by method and path, the names of path parameters erased: callers never see those. What remains is
 * paired by operationId, and has moved.
 */
export function pairOperations(before: readonly Operation[], after: readonly Operation[]): PairedOperations {
  return pairBy(before, after, [addressOf, erasedAddress, declaredId]);
}

/** Pairs webhooks, or the requests of a callback, by method and address, then by what their handlers go by. */
export function pairWebhooks(before: readonly Webhook[], after: readonly Webhook[]): PairedOperations<Webhook> {
  return pairBy<Webhook>(before, after, [addressOf, ({ key }) => key, declaredId]);
}

function pairBy<One extends Operation>(
  before: readonly One[],
  after: readonly One[],
  keys: readonly ((operation: One) => string | undefined)[],
): PairedOperations<One> {
  let rest = { before, after };
  const pairs: OperationPair<One>[] = [];
  for (const key of keys) {
    const candidates = new Map(rest.after.map((operation) => [key(operation), operation]));
    const found = rest.before.flatMap((operation): OperationPair<One>[] => {
      const name = key(operation);
      const other = name === undefined ? undefined : candidates.get(name);
      if (other === undefined) return [];
      candidates.delete(name);
      return [{ before: operation, after: other }];
    });
    pairs.push(...found);
    const paired = new Set(found.flatMap((pair) => [pair.before, pair.after]));
    rest = {
      before: rest.before.filter((operation) => !paired.has(operation)),
      after: rest.after.filter((operation) => !paired.has(operation)),
    };
  }
  return { pairs, removed: rest.before, added: rest.after };
}

/** `GET /calls/{sid}`. */
export function addressOf({ method, path }: Operation): string {
  return `${method} ${path}`;
}

function erasedAddress(operation: Operation): string {
  return erasedTemplate(addressOf(operation));
}

/** The operationId that the document gives; undefined where a client derives its own. */
export function declaredId({ source }: Operation): string | undefined {
  return declaredOperationId(source);
}

/** How a list of operations calls one: by its operationId, or by method and path. */
export function labelOf(operation: Operation): string {
  return declaredId(operation) ?? addressOf(operation);
}

/** Who sends the request: clients, or with callbacks and webhooks the server, which turns all verdicts round. */
export interface Traffic {
  readonly requests: Direction;
  readonly responses: Direction;
  readonly parameter: Presence & { readonly renamed: RuleId };
  readonly body: Presence;
  readonly response: ResponseRules;
}

/** The rules for responses that came, went, or have a body now or none any more; undefined where that depends on them. */
interface ResponseRules {
  readonly added: RuleId | undefined;
  readonly removed: RuleId | undefined;
  readonly bodyAdded: RuleId;
  readonly bodyRemoved: RuleId;
  /** Of headers that have to be there now, and of all that is different otherwise; undefined where each edit has its own. */
  readonly headers: { readonly required: RuleId; readonly changed: RuleId } | undefined;
}

/** The rules for a part of a request that came, went, or has to be there. */
interface Presence {
  readonly added: RuleId;
  readonly requiredAdded: RuleId;
  readonly removed: RuleId;
  readonly becameRequired: RuleId;
  readonly becameOptional: RuleId;
}

/** The rules whose names begin with that of a part. */
function presenceOf<Part extends "parameter" | "request-body" | "webhook-parameter" | "webhook-body">(part: Part) {
  return {
    added: `${part}-added`,
    removed: `${part}-removed`,
    becameRequired: `${part}-became-required`,
    becameOptional: `${part}-became-optional`,
  } as const;
}

export const INBOUND: Traffic = {
  requests: "request",
  responses: "response",
  parameter: {
    ...presenceOf("parameter"),
    requiredAdded: "required-parameter-added",
    renamed: "parameter-renamed",
  },
  body: { ...presenceOf("request-body"), requiredAdded: "required-request-body-added" },
  response: {
    added: undefined,
    removed: undefined,
    bodyAdded: "response-body-added",
    bodyRemoved: "response-body-removed",
    headers: undefined,
  },
};

export const OUTBOUND: Traffic = {
  requests: "response",
  responses: "request",
  parameter: {
    ...presenceOf("webhook-parameter"),
    requiredAdded: "webhook-parameter-added",
    renamed: "webhook-parameter-renamed",
  },
  body: { ...presenceOf("webhook-body"), requiredAdded: "webhook-body-added" },
  response: {
    added: "webhook-response-added",
    removed: "webhook-response-removed",
    bodyAdded: "webhook-response-body-added",
    bodyRemoved: "webhook-response-body-removed",
    headers: { required: "webhook-response-header-required", changed: "webhook-response-header-changed" },
  },
};
