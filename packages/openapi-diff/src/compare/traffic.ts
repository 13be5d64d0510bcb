import type { Direction, RuleId } from "../rules/index.ts";

/** Who sends the request: clients, or with callbacks and webhooks the server, which turns all verdicts round. */
export interface Traffic {
  readonly requests: Direction;
  readonly responses: Direction;
  readonly parameter: Presence & { readonly renamed: RuleId };
  readonly body: Presence;
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
};
