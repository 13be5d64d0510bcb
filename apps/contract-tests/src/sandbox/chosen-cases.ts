import {
  type Case,
  type ContractOperation,
  expectRefusal,
  isSuccess,
  type MakeSandbox,
  rightRequest,
  send,
} from "@earmark/contract";
import type { FaultContext, Sandbox } from "@earmark/sandbox";
import { expect } from "vitest";
import { ACCOUNTS, ask } from "./ask.ts";
import { clockAt } from "./clock.ts";

const url = "https://target.example";

/** Faults about which chance decides, or a function. */
export function chosenCases(operation: ContractOperation): readonly Case<MakeSandbox>[] {
  /** The statuses of many requests, one after another. */
  const statuses = async (sandbox: Sandbox, count: number) => {
    const seen: number[] = [];
    for (let index = 0; index < count; index++) seen.push((await ask(sandbox, operation)).status);
    return seen;
  };
  return [
    {
      name: "faults by chance follow from the seed, and are as many as they should be",
      check: async (make) => {
        const faults = [{ probability: 0.3, status: 503 }];
        const first = await statuses(make({ faults, seed: 1 }), 200);
        const share = first.filter((status) => status === 503).length / first.length;
        expect([share > 0.2, share < 0.4]).toEqual([true, true]);
        expect(await statuses(make({ faults, seed: 1 }), 200)).toEqual(first);
        expect(await statuses(make({ faults, seed: 2 }), 200)).not.toEqual(first);
        expect(await statuses(make({ faults: [{ probability: 0, status: 503 }] }), 20)).not.toContain(503);
        expect(new Set(await statuses(make({ faults: [{ probability: 1, status: 503 }] }), 20))).toEqual(
          new Set([503]),
        );
      },
    },
    {
      name: "a fault takes as long as its latency and jitter say, by chance",
      check: async (make) => {
        const [clock, again, quick] = [clockAt(0), clockAt(0), clockAt(0)];
        const faults = [{ latency: 100, jitter: 50 }];
        for (const each of [clock, again]) await statuses(make({ faults, ...each }), 50);
        expect(again.slept).toEqual(clock.slept);
        const [least, most] = [Math.min(...clock.slept), Math.max(...clock.slept)];
        expect([least >= 50, least < 75, most > 125, most <= 150]).toEqual([true, true, true, true]);
        await statuses(make({ faults: [{ latency: 10, jitter: 1_000 }], ...quick }), 50);
        expect(Math.min(...quick.slept)).toBeGreaterThan(0);
        const byFunction = clockAt(0);
        await statuses(make({ faults: () => ({ latency: 100, jitter: 50 }), ...byFunction }), 50);
        expect(Math.min(...byFunction.slept)).toBeLessThan(Math.max(...byFunction.slept));
      },
    },
    {
      name: "a function decides about faults, and is told of each request",
      check: async (make) => {
        const told: FaultContext[] = [];
        const sandbox = make({
          faults: (_, context) => {
            told.push(context);
            return context.count === 2 ? { status: 503 } : undefined;
          },
        });
        const [first = 0, second, third = 0] = await statuses(sandbox, 3);
        expect([isSuccess(operation, first), second, isSuccess(operation, third)]).toEqual([true, 503, true]);
        // What a request asks for by header comes first.
        const always = make({ faults: () => ({ status: 500 }) });
        expect((await ask(always, operation, { fault: "status=502" })).status).toBe(502);
        await send(rightRequest(operation, { headers: { authorization: "" } }), { url, fetch: sandbox.fetch });
        const { operationId } = operation.generated;
        expect(told).toEqual([
          ...[1, 2, 3].map((count) => ({ account: ACCOUNTS[0], operation: operationId, count })),
          { account: undefined, operation: operationId, count: 4 },
        ]);
      },
    },
    {
      name: "a function of faults that fails is a bug, and told as one, even to somebody who fails as well",
      check: async (make) => {
        for (const faults of [() => ({ status: 200 }), () => Promise.reject(new Error("at /srv/faults.js:1"))]) {
          const told: unknown[] = [];
          const onError = (error: unknown) => Promise.reject(told.push(error));
          expectRefusal(await ask(make({ faults, onError }), operation), 500, 20500, "Internal Server Error");
          expect(told).toEqual([expect.any(Error)]);
        }
      },
    },
  ];
}
