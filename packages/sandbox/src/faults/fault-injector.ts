import { checkSettings } from "../settings/settings.ts";
import { draw } from "./draw.ts";
import type { Fault, FaultFunction } from "./fault.ts";
import { faultCheck } from "./fault-check.ts";
import { FAULT_HEADER, parseFaultHeader } from "./fault-header.ts";
import { type FaultPlan, latencyOf, outcomeOf, type Visit } from "./fault-plan.ts";
import { createFaultRule, type FaultRule } from "./fault-rule.ts";

/** Decides what goes wrong with a request: first what its header asks for, then what the script says. */
export type FaultInjector = (visit: Visit) => Promise<FaultPlan>;

export interface FaultInjectorOptions {
  readonly faults: readonly Fault[] | FaultFunction;
  readonly seed: number;
  /** In milliseconds. */
  readonly now: () => number;
}

const noFault: FaultPlan = { latency: 0, outcome: undefined };

/** How many faults that were asked for by header are counted before the oldest ones are forgotten. */
const REMEMBERED = 5_000;
const LONGEST_PATH = 200;
/** What a fault must say to depend on what came before. */
const COUNTED = ["requests", "times", "probability", "jitter", "rate"] as const satisfies readonly (keyof Fault)[];

export function createFaultInjector({ faults, seed, now }: FaultInjectorOptions): FaultInjector {
  const script = typeof faults === "function" ? [] : faults.map((fault, index) => ruleOf(fault, `faults/${index}`));
  const asked = new Map<string, readonly FaultRule[]>();
  let remembered = 0;

  return async (visit) => {
    if (script.length === 0 && typeof faults !== "function" && !visit.request.headers.has(FAULT_HEADER)) return noFault;
    const plans: FaultPlan[] = [];
    for (const rule of [...askedBy(visit), ...script]) {
      const decided = plans.some(({ outcome }) => outcome !== undefined);
      const plan = rule.apply(visit, decided);
      if (plan !== undefined) plans.push(plan);
    }
    if (typeof faults === "function") plans.push(await decide(faults, visit));
    return {
      latency: plans.reduce((sum, { latency }) => sum + latency, 0),
      outcome: plans.find(({ outcome }) => outcome !== undefined)?.outcome,
    };
  };

  function ruleOf(fault: Fault, stream: string): FaultRule {
    return createFaultRule(fault, { seed, stream, now });
  }

  /** What is asked for by header is counted for each account, method, path and wording, as a client repeats them. */
  function askedBy({ request, account }: Visit): readonly FaultRule[] {
    const header = request.headers.get(FAULT_HEADER);
    if (header === null) return [];
    const path = new URL(request.url).pathname.slice(0, LONGEST_PATH);
    const key = [account, request.method, path, header].join(" ");
    const known = asked.get(key);
    const faults = known === undefined ? parseFaultHeader(header) : [];
    const rules = known ?? faults.map((fault, index) => ruleOf(fault, `${key} ${index}`));
    if (known === undefined && !faults.some((fault) => COUNTED.some((name) => fault[name] !== undefined))) return rules;
    remember(key, rules);
    return rules;
  }

  /** The credentials can be anything, and there are as many wordings as one likes, so that memory needs a bound. */
  function remember(key: string, rules: readonly FaultRule[]): void {
    if (!asked.delete(key)) remembered += rules.length;
    asked.set(key, rules);
    for (const [oldest, { length }] of asked) {
      if (remembered <= REMEMBERED) break;
      asked.delete(oldest);
      remembered -= length;
    }
  }

  async function decide(fault: FaultFunction, visit: Visit): Promise<FaultPlan> {
    const { request, account, count } = visit;
    const effect = (await fault(request, { account, operation: visit.operation(), count })) ?? { latency: 0 };
    checkSettings(effect, faultCheck, "what the function of faults returned");
    return { latency: latencyOf(effect, draw(seed, "faults/jitter", count)), outcome: outcomeOf(effect, 1) };
  }
}
