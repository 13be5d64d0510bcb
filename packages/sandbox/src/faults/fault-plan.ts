import type { Fault, FaultContext, FaultEffect } from "./fault.ts";

/** A request, as far as faults are concerned. */
export interface FaultRequest extends Omit<FaultContext, "operation"> {
  readonly request: Request;
  /** Looked up only when a fault asks for it. */
  readonly operation: () => FaultContext["operation"];
  /** How many requests of the account are under way, this one included. */
  readonly concurrent: number;
}

/** What goes wrong with one request. */
export interface FaultPlan {
  /** Milliseconds to wait first. */
  readonly latency: number;
  /** `undefined` when the response stays as it is. */
  readonly outcome: FaultOutcome | undefined;
}

/** How the response changes. */
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
 * How a fault changes the response; `undefined` when it only delays it.
 *
 * @param wait seconds, for `retryAfter: true`.
 */
export function outcomeOf(fault: Fault, wait: number): FaultOutcome | undefined {
  const { latency, reset, body, json, retryAfter, rate, concurrency } = fault;
  const changesResponse = reset === true || body !== undefined || json !== undefined;
  const isLimit = rate !== undefined || concurrency !== undefined;
  // The usual effect of a limit, unless the fault has another one.
  const status = fault.status ?? (isLimit && !changesResponse && latency === undefined ? 429 : undefined);
  if (status === undefined && !changesResponse) return undefined;
  return { ...fault, status, retryAfter: retryAfter === true ? wait : retryAfter };
}
