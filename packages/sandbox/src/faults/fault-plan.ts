import type { Fault, FaultContext, FaultEffect } from "./fault.ts";

/** A request, as far as faults are concerned. */
export interface FaultRequest extends Omit<FaultContext, "operation"> {
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

/** From `latency - jitter` to `latency + jitter`, and never negative. */
export function latencyOf({ latency = 0, jitter = 0 }: FaultEffect, drawn: number): number {
  return Math.max(0, latency + jitter * (2 * drawn - 1));
}

/**
 * What a fault makes of the answer; `undefined` when it only takes its time.
 *
 * @param wait seconds, for `retryAfter: true`.
 */
export function outcomeOf(fault: Fault, wait: number): FaultOutcome | undefined {
  const { latency, reset, body, json, retryAfter, rate, concurrency } = fault;
  const changesResponse = reset === true || body !== undefined || json !== undefined;
  const isLimit = rate !== undefined || concurrency !== undefined;
  // What a limit is there for, unless something else is asked for.
  const status = fault.status ?? (isLimit && !changesResponse && latency === undefined ? 429 : undefined);
  if (status === undefined && !changesResponse) return undefined;
  return { ...fault, status, retryAfter: retryAfter === true ? wait : retryAfter };
}
