import { checkSettings } from "../settings/settings.ts";
import { draw } from "./draw.ts";
import type { Fault, FaultFunction } from "./fault.ts";
import { faultCheck } from "./fault-check.ts";
import { FAULT_HEADER, parseFaultHeader } from "./fault-header.ts";
import { type FaultPlan, type FaultRequest, latencyOf, outcomeOf } from "./fault-plan.ts";
import { createFaultRule, type FaultRule } from "./fault-rule.ts";

/** Decides which faults a request meets: first those of its header, then those of the options. */
export type FaultInjector = (incoming: FaultRequest) => Promise<FaultPlan>;

export interface FaultInjectorOptions {
  readonly faults: readonly Fault[] | FaultFunction;
  readonly seed: number;
  /** In milliseconds. */
  readonly now: () => number;
}

const noFault: FaultPlan = { latency: 0, outcome: undefined };

/** How many faults of headers are counted before the oldest ones are forgotten. */
const MAX_REMEMBERED = 5_000;
const MAX_PATH_LENGTH = 200;
/** The fields that make a fault depend on earlier requests. */
const STATEFUL = ["requests", "times", "probability", "jitter", "rate"] as const satisfies readonly (keyof Fault)[];

export function createFaultInjector({ faults, seed, now }: FaultInjectorOptions): FaultInjector {
  const configured = typeof faults === "function" ? [] : faults.map((fault, index) => ruleOf(fault, `faults/${index}`));
  const rulesByRequest = new Map<string, readonly FaultRule[]>();
  let remembered = 0;

  return async (incoming) => {
    if (configured.length === 0 && typeof faults !== "function" && !incoming.request.headers.has(FAULT_HEADER))
      return noFault;
    const plans: FaultPlan[] = [];
    for (const rule of [...rulesOfHeader(incoming), ...configured]) {
      const decided = plans.some(({ outcome }) => outcome !== undefined);
      const plan = rule(incoming, decided);
      if (plan !== undefined) plans.push(plan);
    }
    if (typeof faults === "function") plans.push(await planOfFunction(faults, incoming));
    return {
      latency: plans.reduce((sum, { latency }) => sum + latency, 0),
      outcome: plans.find(({ outcome }) => outcome !== undefined)?.outcome,
    };
  };

  function ruleOf(fault: Fault, stream: string): FaultRule {
    return createFaultRule(fault, seed, stream, now);
  }

  /** Counted for each account, method, path and value of the header, which a retry repeats. */
  function rulesOfHeader({ request, account }: FaultRequest): readonly FaultRule[] {
    const header = request.headers.get(FAULT_HEADER);
    if (header === null) return [];
    const path = new URL(request.url).pathname.slice(0, MAX_PATH_LENGTH);
    const key = [account, request.method, path, header].join(" ");
    const known = rulesByRequest.get(key);
    const faults = known === undefined ? parseFaultHeader(header) : [];
    const rules = known ?? faults.map((fault, index) => ruleOf(fault, `${key} ${index}`));
    if (known === undefined && !faults.some((fault) => STATEFUL.some((name) => fault[name] !== undefined)))
      return rules;
    remember(key, rules);
    return rules;
  }

  /** Bounds the memory: any credentials are let in, and a header can have any number of values. */
  function remember(key: string, rules: readonly FaultRule[]): void {
    if (!rulesByRequest.delete(key)) remembered += rules.length;
    rulesByRequest.set(key, rules);
    for (const [oldest, { length }] of rulesByRequest) {
      if (remembered <= MAX_REMEMBERED) break;
      rulesByRequest.delete(oldest);
      remembered -= length;
    }
  }

  async function planOfFunction(fault: FaultFunction, incoming: FaultRequest): Promise<FaultPlan> {
    const { request, account, count } = incoming;
    const effect = (await fault(request, { account, operation: incoming.operation(), count })) ?? { latency: 0 };
    checkSettings(effect, faultCheck, "what the function of faults returned");
    return { latency: latencyOf(effect, draw(seed, "faults/jitter", count)), outcome: outcomeOf(effect, 1) };
  }
}
