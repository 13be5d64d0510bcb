import { createMemoryStore, type Fault, type FaultContext, type Sandbox, SettingsError } from "@earmark/sandbox";
import { expect } from "vitest";
import { authorizationOf } from "../../document/credentials.ts";
import type { ContractOperation } from "../../document/operations.ts";
import { send } from "../../tap/send.ts";
import type { MakeSandbox } from "../../targets/make-sandbox.ts";
import { validator } from "../../targets/validator.ts";
import { rightRequest } from "../../violations/right-request.ts";
import type { Case } from "../case.ts";
import { expectRefusal } from "../expect-refusal.ts";
import { expectValid } from "../refusals.ts";
import { clockAt } from "./clock.ts";

const url = "https://target.example";
const [ONE, OTHER] = ["1", "2"].map((digit) => `AC${digit.repeat(32)}`);

/** Faults of which chance decides, other requests, or a function; and those that make no sense. */
export function chosenCases(operation: ContractOperation): readonly Case<MakeSandbox>[] {
  const ask = async ({ fetch }: Sandbox, account = ONE, fault?: string) => {
    const authorization = authorizationOf({ accountSid: String(account), authToken: "secret" });
    const headers = { authorization, "sandbox-fault": fault };
    return send(rightRequest(operation, { headers }), { url, fetch });
  };
  /** The statuses of many requests, one after another. */
  const statuses = async (sandbox: Sandbox, count: number) => {
    const seen: number[] = [];
    for (let index = 0; index < count; index++) seen.push((await ask(sandbox)).status);
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
        expect(await statuses(make({ faults: [{ probability: 1, status: 503 }] }), 20)).not.toContain(200);
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
      name: "requests under way are counted by account, and more of them than a fault allows are refused",
      check: async (make) => {
        const waiting: (() => void)[] = [];
        const until = (): Promise<void> => new Promise((resolve) => waiting.push(resolve));
        const held = make({
          store: {
            ...createMemoryStore(),
            read: () => until().then(() => undefined),
            list: () => until().then(() => []),
          },
          faults: [{ concurrency: 2, retryAfter: 1 }],
        });
        const under = (answers: readonly { readonly headers: Readonly<Record<string, string>> }[]) =>
          answers.map(({ headers }) => headers["twilio-concurrent-requests"]);
        const kept = [ask(held), ask(held), ask(held, OTHER)];
        const refused = await ask(held);
        expectRefusal(refused, 429, 20429, "429");
        expectValid(operation, refused);
        expect(refused.headers).toMatchObject({ "retry-after": "1", "twilio-concurrent-requests": "3" });
        for (const release of waiting.splice(0)) release();
        expect(under(await Promise.all(kept))).toEqual(["1", "2", "1"]);
        const last = ask(held);
        await expect.poll(() => waiting.length).toBe(1);
        for (const release of waiting.splice(0)) release();
        expect(await last).toMatchObject({ status: 200, headers: { "twilio-concurrent-requests": "1" } });
      },
    },
    {
      name: `errors of ${operation.method} are of one kind, whatever their status`,
      check: async (make) => {
        const documented = Object.entries(operation.generated.responses).filter(([status]) => Number(status) >= 400);
        const schemas = new Set(documented.map(([, { content }]) => content?.["application/json"]?.schema ?? ""));
        expect(schemas.size).toBe(1);
        for (const schema of schemas) {
          for (const status of [400, 499, 500, 598]) {
            const { body } = await ask(make({ faults: [{ status }] }));
            expect(validator(operation.contract, "strict", schema).issues(JSON.parse(body))).toEqual([]);
          }
        }
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
        expect(await statuses(sandbox, 3)).toEqual([200, 503, 200]);
        await send(rightRequest(operation, { headers: { authorization: "" } }), { url, fetch: sandbox.fetch });
        const { operationId } = operation.generated;
        expect(told).toEqual([
          ...[1, 2, 3].map((count) => ({ account: ONE, operation: operationId, count })),
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
          expectRefusal(await ask(make({ faults, onError })), 500, 20500, "Internal Server Error");
          expect(told).toEqual([expect.any(Error)]);
        }
      },
    },
    ...SENSELESS.map(
      ([what, fault, header]): Case<MakeSandbox> => ({
        name: `a fault is refused that ${what}`,
        check: async (make) => {
          expect(() => make({ faults: [fault as Fault] })).toThrow(SettingsError);
          expectRefusal(await ask(make(), ONE, header), 400, 20001, "Sandbox-Fault");
        },
      }),
    ),
    {
      name: "a header with faults is refused that is too long, or has a body of JSON",
      check: async (make) => {
        const long = `latency=${"1".padStart(492, "0")}`;
        expect(await ask(make({ ...clockAt(0) }), ONE, long)).toMatchObject({ status: 200 });
        expectRefusal(await ask(make(), ONE, `${long} ;times=1`), 400, 20001, "500");
        expectRefusal(await ask(make(), ONE, "json={}"), 400, 20001, "json");
      },
    },
    ...[-1, 0.5, 2 ** 32].map(
      (seed): Case<MakeSandbox> => ({
        name: `${seed} is no seed`,
        check: (make) => expect(() => make({ seed })).toThrow(SettingsError),
      }),
    ),
  ];
}

/** In a script and in a header. */
const SENSELESS: readonly (readonly [what: string, fault: object, header: string])[] = [
  ["does nothing", { times: 1 }, "times=1"],
  ["has a name that is none", { state: 503 }, "state=503"],
  ["answers well", { status: 399 }, "status=399"],
  ["answers beyond all statuses", { status: 600 }, "status=600"],
  ["answers and resets", { status: 503, reset: true }, "status=503; reset"],
  ["spoils the body of no answer", { body: "html", reset: true }, "body=html; reset"],
  ["spoils a body in no known way", { body: "xml" }, "body=xml"],
  ["has a code without a status", { reset: true, code: 1 }, "reset; code=1"],
  ["varies no latency", { status: 503, jitter: 1 }, "status=503; jitter=1"],
  ["measures time for no rate", { status: 503, per: 1 }, "status=503; per=1"],
  ["processes what is processed anyway", { latency: 1, processed: true }, "latency=1; processed"],
  ["says when to repeat what is answered", { latency: 1, retryAfter: 1 }, "latency=1; retry-after=1"],
  ["is for requests that end before they begin", { status: 503, requests: "3-2" }, "status=503; requests=3-2"],
  ["is for the request before the first one", { status: 503, requests: 0 }, "status=503; requests=0"],
  ["is for no time", { status: 503, times: 0 }, "status=503; times=0"],
  ["is more than certain", { status: 503, probability: 1.1 }, "status=503; probability=1.1"],
  ["is for a method that is none", { status: 503, method: "get" }, "status=503; method=get"],
  ["is for an account that is none", { status: 503, account: "AC1" }, "status=503; account=AC1"],
];
