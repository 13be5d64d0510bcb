import {
  authorizationOf,
  type Case,
  type ContractOperation,
  expectRefusal,
  expectSuccess,
  expectValid,
  type MakeSandbox,
  rightRequest,
  send,
} from "@earmark/contract";
import { createMemoryStore, type Fixture, type FixtureCall, SettingsError } from "@earmark/sandbox";
import { expect } from "vitest";

const url = "https://target.example";
const [OWNER, STRANGER] = ["1", "2"].map((digit) => `AC${digit.repeat(32)}`);
const sid = (digit: string): string => `CA${digit.repeat(32)}`;

/** How a call of a fixture is refused to its account; `undefined` where it is not. */
const AVAILABILITIES = {
  available: undefined,
  incomplete: [404, 17001],
  expired: [404, 17002],
  advanced_features_off: [403, 17007],
} as const satisfies Record<
  NonNullable<FixtureCall["availability"]>,
  readonly [status: number, code: number] | undefined
>;

/** The calls of a fixture are the only ones; each is its account's alone, and can be had or not, as the fixture says. */
export function callCases(operations: readonly ContractOperation[]): readonly Case<MakeSandbox>[] {
  const names = Object.keys(AVAILABILITIES) as (keyof typeof AVAILABILITIES)[];
  const calls = [
    { call_sid: sid("0"), account_sid: String(OWNER) },
    { call_sid: sid("F"), account_sid: String(OWNER) },
    ...names.map((availability, index) => ({
      call_sid: sid(String(index + 1)),
      account_sid: String(OWNER),
      availability,
    })),
  ];
  const about = operations.filter(({ generated }) => generated.parameters.some(({ name }) => name === "CallSid"));
  const cases = about.map(
    (operation): Case<MakeSandbox> => ({
      name: `${operation.method} knows the calls of a fixture`,
      check: async (make) => {
        const store = createMemoryStore();
        const ask = (CallSid: string, accountSid = OWNER) => {
          const authorization = authorizationOf({ accountSid: String(accountSid), authToken: "secret" });
          const request = rightRequest(operation, { parameters: { CallSid }, headers: { authorization } });
          return send(request, { url, fetch: make({ fixture: { calls }, store }).fetch });
        };
        for (const { call_sid: call, ...rest } of calls) {
          const refusal = AVAILABILITIES["availability" in rest ? rest.availability : "available"];
          const answer = await ask(call);
          if (refusal === undefined) {
            expectSuccess(operation, answer);
            if (answer.body !== "") expect(answer.body).toContain(call);
          } else {
            const [status, code] = refusal;
            expectRefusal(answer, status, code, call);
            expectValid(operation, answer);
          }
          const other = await ask(call, STRANGER);
          expectRefusal(other, 403, 17000, call);
          expectValid(operation, other);
          expect(other.body).not.toContain(OWNER);
        }
        expectRefusal(await ask(sid("9")), 404, 20404, sid("9"));
        expect(await store.list(String(STRANGER))).toEqual([]);
      },
    }),
  );
  const wrong = WRONG.map(
    ([what, given, problem]): Case<MakeSandbox> => ({
      name: `a fixture is refused with ${what}`,
      check: (make) => {
        // Whatever its type forbids, a file may hold.
        const start = () => make({ fixture: { calls: given } as Fixture });
        expect(start).toThrow(SettingsError);
        expect(start).toThrow(problem);
      },
    }),
  );
  return [...cases, ...wrong];
}

const call = { call_sid: sid("1"), account_sid: OWNER };

const WRONG: readonly (readonly [what: string, calls: unknown, problem: string])[] = [
  ["a call that is none", [{ ...call, call_sid: "CA1" }], "call_sid"],
  ["a call of nobody", [{ call_sid: sid("1") }], "account_sid"],
  ["a call of an account that is none", [{ ...call, account_sid: "AC1" }], "account_sid"],
  ["a call twice", [call, { ...call, account_sid: STRANGER }], "unique"],
  ["a call that is neither available nor not", [{ ...call, availability: "perhaps" }], "availability"],
  ["a call with a summary that can be none", [{ ...call, duration: "long" }], "duration"],
  ["a call instead of a list", call, "calls"],
];
