import { type Case, type ContractOperation, expectRefusal, expectSuccess, type MakeSandbox } from "@earmark/contract";
import { type Fault, SettingsError } from "@earmark/sandbox";
import { expect } from "vitest";
import { ask } from "./ask.ts";
import { clockAt } from "./clock.ts";

/** A test whose fault is mistyped must not pass in silence. */
export function senselessCases(operation: ContractOperation): readonly Case<MakeSandbox>[] {
  return [
    ...SENSELESS.map(
      ([what, fault, header]): Case<MakeSandbox> => ({
        name: `a fault is refused that ${what}`,
        check: async (make) => {
          expect(() => make({ faults: [fault as Fault] })).toThrow(SettingsError);
          expectRefusal(await ask(make(), operation, { fault: header }), 400, 20001, "Sandbox-Fault");
        },
      }),
    ),
    {
      name: "a header with faults is refused that is too long, or has a body of JSON",
      check: async (make) => {
        const long = `latency=${"1".padStart(492, "0")}`;
        expectSuccess(operation, await ask(make({ ...clockAt(0) }), operation, { fault: long }));
        expectRefusal(await ask(make(), operation, { fault: `${long} ;times=1` }), 400, 20001, "500");
        expectRefusal(await ask(make(), operation, { fault: "json={}" }), 400, 20001, "json");
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
