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

export const INBOUND: Traffic = {
  requests: "request",
  responses: "response",
  parameter: {
    added: "parameter-added",
    requiredAdded: "required-parameter-added",
    removed: "parameter-removed",
    renamed: "parameter-renamed",
    becameRequired: "parameter-became-required",
    becameOptional: "parameter-became-optional",
  },
  body: {
    added: "request-body-added",
    requiredAdded: "required-request-body-added",
    removed: "request-body-removed",
    becameRequired: "request-body-became-required",
    becameOptional: "request-body-became-optional",
  },
};

export const OUTBOUND: Traffic = {
  requests: "response",
  responses: "request",
  parameter: {
    added: "webhook-parameter-added",
    requiredAdded: "webhook-parameter-added",
    removed: "webhook-parameter-removed",
    renamed: "webhook-parameter-renamed",
    becameRequired: "webhook-parameter-became-required",
    becameOptional: "webhook-parameter-became-optional",
  },
  body: {
    added: "webhook-body-added",
    requiredAdded: "webhook-body-added",
    removed: "webhook-body-removed",
    becameRequired: "webhook-body-became-required",
    becameOptional: "webhook-body-became-optional",
  },
};
