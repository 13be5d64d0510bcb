import type { FaultContext, FaultEffect } from "./fault.ts";

/** A request, as far as faults are concerned. */
export interface Visit extends Omit<FaultContext, "operation"> {
  readonly request: Request;
  /** Looked up only when a fault asks for it. */
  readonly operation: () => FaultContext["operation"];
  /** How many requests of the account are under way, this one included. */
  readonly concurrent: number;
}

/** What is to go wrong with one request. */
export interface FaultPlan {
  /** Milliseconds to wait first. */
  readonly latency: number;
  /** `undefined` when it is to be answered as ever. */
  readonly outcome: FaultOutcome | undefined;
}

/** What is to become of the answer. */
export interface FaultOutcome extends Omit<FaultEffect, "status" | "retryAfter"> {
  readonly status: number | undefined;
  /** In seconds. */
  readonly retryAfter: number | undefined;
}
