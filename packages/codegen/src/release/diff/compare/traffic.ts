import type { Direction } from "../rules/index.ts";

/** Who sends the request: clients, or with callbacks and webhooks the server, which turns all verdicts round. */
export interface Traffic {
  readonly requests: Direction;
  readonly responses: Direction;
}

export const INBOUND: Traffic = { requests: "request", responses: "response" };
export const OUTBOUND: Traffic = { requests: "response", responses: "request" };
