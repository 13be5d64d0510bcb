import {
  type Case,
  type ContractOperation,
  expectRefusal,
  expectSuccess,
  expectValid,
  type MakeSandbox,
  validator,
} from "@earmark/contract";
import { createMemoryStore } from "@earmark/sandbox";
import { expect } from "vitest";
import { ACCOUNTS, ask } from "./ask.ts";

/** What an operation answers when it is asked for too much, or for an error of any status. */
export function limitCases(operation: ContractOperation): readonly Case<MakeSandbox>[] {
  return [
    {
      name: `requests under way of ${operation.method} are counted by account, and refused where there are too many`,
      check: async (make) => {
        // Nothing is answered before the gate is open.
        const gate = Promise.withResolvers<void>();
        const store = createMemoryStore();
        const held = make({
          store: {
            read: (...args) => gate.promise.then(() => store.read(...args)),
            merge: (...args) => gate.promise.then(() => store.merge(...args)),
            list: (...args) => gate.promise.then(() => store.list(...args)),
          },
          faults: [{ concurrency: 2, retryAfter: 1 }],
        });
        const under = (all: readonly { readonly headers: Readonly<Record<string, string>> }[]) =>
          all.map(({ headers }) => headers["twilio-concurrent-requests"]);
        const kept = [ask(held, operation), ask(held, operation), ask(held, operation, { account: ACCOUNTS[1] })];
        const refused = await ask(held, operation);
        expectRefusal(refused, 429, 20429, "429");
        expectValid(operation, refused);
        expect(refused.headers).toMatchObject({ "retry-after": "1", "twilio-concurrent-requests": "3" });
        gate.resolve();
        const answers = await Promise.all(kept);
        for (const answer of answers) expectSuccess(operation, answer);
        expect(under(answers)).toEqual(["1", "2", "1"]);
        expect(under([await ask(held, operation)])).toEqual(["1"]);
      },
    },
    {
      name: `errors of ${operation.method} are of one kind, whatever their status`,
      check: async (make) => {
        const documented = Object.entries(operation.generated.responses).filter(([status]) => Number(status) >= 400);
        const schemas = new Set(documented.flatMap(([, { content }]) => content?.["application/json"]?.schema ?? []));
        expect(schemas.size).toBe(1);
        for (const schema of schemas) {
          for (const status of [400, 499, 500, 598]) {
            const { body } = await ask(make({ faults: [{ status }] }), operation);
            expect(validator(operation.contract, "strict", schema).issues(JSON.parse(body))).toEqual([]);
          }
        }
      },
    },
  ];
}
