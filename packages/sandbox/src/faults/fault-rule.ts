import { draw } from "./draw.ts";
import { type Fault, requestRange } from "./fault.ts";
import { type FaultPlan, type FaultRequest, latencyOf, outcomeOf } from "./fault-plan.ts";

/**
 * A fault with the state that it needs. Counts a request, and returns what goes wrong with it, if anything.
 *
 * @param decided whether another fault has decided the outcome. If so, a fault with an outcome does not apply.
 */
export type FaultRule = (incoming: FaultRequest, decided: boolean) => FaultPlan | undefined;

/**
 * @param stream keeps the random numbers of this fault apart from those of others.
 * @param now in milliseconds.
 */
export function createFaultRule(fault: Fault, seed: number, stream: string, now: () => number): FaultRule {
  const { times = Number.POSITIVE_INFINITY, probability = 1 } = fault;
  const [first, last] = requestRange(fault.requests ?? "1-") ?? [1, Number.POSITIVE_INFINITY];
  const limit = createLimit(fault, now);
  let seen = 0;
  let applied = 0;

  return (incoming, decided) => {
    if (!matches(fault, incoming)) return undefined;
    seen += 1;
    const exceeded = limit(incoming);
    const chosen = seen >= first && seen <= last && draw(seed, `${stream}/probability`, seen) < probability;
    if (exceeded === undefined || !chosen || applied >= times) return undefined;
    const outcome = outcomeOf(fault, exceeded.wait);
    if (decided && outcome !== undefined) return undefined;
    applied += 1;
    return { latency: latencyOf(fault, draw(seed, `${stream}/jitter`, seen)), outcome };
  };
}

function matches({ method, operation, account }: Fault, incoming: FaultRequest): boolean {
  return (
    (method === undefined || method === incoming.request.method) &&
    (operation === undefined || operation === incoming.operation()) &&
    (account === undefined || account === incoming.account)
  );
}

/** Whether a request exceeds the limits of a fault, and how many seconds to wait then. */
type Limit = (incoming: FaultRequest) => { readonly wait: number } | undefined;

/** A fault without limits always applies; one with two of them when both are exceeded. */
function createLimit({ rate, per = 1, concurrency }: Fault, now: () => number): Limit {
  if (rate === undefined && concurrency === undefined) return () => ({ wait: 1 });
  const countIn = createRateWindow(per * 1000, now);
  return ({ account, concurrent }) => {
    if (account === undefined) return undefined;
    if (rate === undefined) return concurrent > (concurrency ?? 0) ? { wait: 1 } : undefined;
    const { count, remaining } = countIn(account);
    const exceeded = count > rate && (concurrency === undefined || concurrent > concurrency);
    return exceeded ? { wait: Math.max(1, Math.ceil(remaining / 1000)) } : undefined;
  };
}

/** How many accounts are counted in one window: any account is let in, so memory needs a bound. */
const MAX_ACCOUNTS = 10_000;

/**
 * Counts requests by account in windows of a fixed length, which all accounts share.
 *
 * @param length in milliseconds.
 * @returns counts one request; returns how many there are in the window, and how many milliseconds are left of it.
 */
export function createRateWindow(length: number, now: () => number) {
  let current = Number.NEGATIVE_INFINITY;
  const counts = new Map<string, number>();
  return (account: string): { readonly count: number; readonly remaining: number } => {
    const time = now();
    const window = Math.floor(time / length);
    // Only one window is kept, so an account that does not come back is forgotten.
    if (window !== current) counts.clear();
    current = window;
    const count = (counts.get(account) ?? 0) + 1;
    // Last in the order, so that the account whose last request is the oldest is forgotten first.
    counts.delete(account);
    counts.set(account, count);
    const [oldest = account] = counts.keys();
    if (counts.size > MAX_ACCOUNTS) counts.delete(oldest);
    return { count, remaining: (window + 1) * length - time };
  };
}
