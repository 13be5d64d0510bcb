import {
  authorizationOf,
  type Case,
  type Chance,
  type ContractOperation,
  FORM,
  hear,
  holds,
  type MakeSandbox,
  requestExamples,
  requireForm,
  rightRequest,
  send,
  type WireRequest,
} from "@earmark/contract";
import { encodeForm } from "@earmark/http";
import { createMemoryStore, type Fault, type FaultSelection } from "@earmark/sandbox";
import fc, { type Arbitrary } from "fast-check";
import { expect } from "vitest";
import { ACCOUNTS } from "./ask.ts";
import { chosenCases } from "./chosen-cases.ts";
import { clockAt } from "./clock.ts";
import { expectTrouble, isProcessed } from "./expect-trouble.ts";
import { facts } from "./facts.ts";
import { type FaultReader, readFaults, type Visit } from "./fault-model.ts";
import { limitCases } from "./limit-cases.ts";
import { senselessCases } from "./senseless-cases.ts";

/** What is sent, and what faults are asked for with it. */
interface Asked {
  readonly request: WireRequest;
  readonly operation: string | undefined;
  /** `undefined`: nobody. */
  readonly account: string | undefined;
  readonly header: readonly Fault[];
  /** Milliseconds after the one before. */
  readonly after: number;
}

const ORIGIN = "https://target.example";

/** What goes wrong on purpose goes wrong as it was asked for, and nothing else does. */
export function faultCases(operations: readonly ContractOperation[], chance: Chance): readonly Case<MakeSandbox>[] {
  const reads = operations
    .filter(({ generated }) => generated.method === "GET")
    .flatMap((operation) =>
      ACCOUNTS.map((account) => rightRequest(operation, { headers: { authorization: authorizedAs(account) } })),
    );
  const requests = fc.array(asked(operations), { minLength: 1, maxLength: 10 });
  const scripts = fc.array(faults(operations), { minLength: 1, maxLength: 3 });
  return [
    {
      name: "faults do what they are asked for, by script or by header",
      check: (make) => {
        const property = fc.asyncProperty(scripts, requests, (script, all) => expectTroubles(make, script, all, reads));
        return holds(property, chance);
      },
    },
    ...operations.flatMap(limitCases),
    ...operations.slice(0, 1).flatMap((operation) => [...chosenCases(operation), ...senselessCases(operation)]),
  ];
}

/** The answers of a sandbox with faults against those of one without, which sees only what has an effect. */
async function expectTroubles(
  make: MakeSandbox,
  script: readonly Fault[],
  all: readonly Asked[],
  reads: readonly WireRequest[],
): Promise<void> {
  const clock = clockAt(0);
  const store = createMemoryStore();
  const faulty = make({ faults: script, store, ...clock });
  const calm = make({ now: clock.now });
  const byScript = readFaults(script);
  const byHeader = new Map<string, FaultReader>();
  for (const { request, operation, account, header, after } of all) {
    clock.advance(after);
    const visit: Visit = { method: request.method, operation, account, at: clock.now() };
    const key = JSON.stringify([account, request.method, request.path.split("?")[0], header]);
    const byThis = byHeader.get(key) ?? readFaults(header);
    byHeader.set(key, byThis);
    const trouble = byScript(visit, byThis(visit, { latency: 0 }));
    const slept = clock.slept.length;
    const headers = header.length > 0 && { "sandbox-fault": headerOf(header) };
    const sent = { ...request, headers: { ...request.headers, ...headers } };
    const heard = await hear(faulty.fetch(ORIGIN + request.path, sent));
    expect(clock.slept.slice(slept)).toEqual(trouble.latency > 0 ? [trouble.latency] : []);
    const undisturbed = isProcessed(trouble) ? await hear(calm.fetch(ORIGIN + request.path, request)) : {};
    expectTrouble(heard, trouble, undisturbed.answer);
  }
  // Whatever was answered, what has happened is what should have happened.
  const after = make({ store, now: clock.now });
  for (const request of reads) {
    const [told, known] = await Promise.all([after, calm].map(({ fetch }) => send(request, { url: ORIGIN, fetch })));
    expect(told && facts(told)).toEqual(known && facts(known));
  }
}

function authorizedAs(account: string | undefined): string {
  return account === undefined ? "" : authorizationOf({ accountSid: account, authToken: "secret" });
}

/** A fault in the words of the header. */
function headerOf(header: readonly Fault[]): string {
  const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const fields = (fault: Fault) =>
    Object.entries(fault).map(([name, value]) => (value === true ? kebab(name) : `${kebab(name)}=${value}`));
  return header.map((fault) => fields(fault).join("; ")).join(", ");
}

function asked(operations: readonly ContractOperation[]): Arbitrary<Asked> {
  const right = operations.flatMap((operation) => {
    const bodies = requestExamples([operation]).map(({ value }) =>
      encodeForm({ ...value }, requireForm(operation).fields),
    );
    const examples = bodies.map((body) => ({ body, headers: { "content-type": FORM } }));
    return (examples.length > 0 ? examples : [{}]).map((parts) => ({
      operation: operation.generated.operationId,
      request: rightRequest(operation, parts),
    }));
  });
  const [first] = right;
  const nowhere = first && { operation: undefined, request: { ...first.request, path: "/nowhere" } };
  return fc
    .record({
      sent: fc.constantFrom(...right, ...(nowhere ? [nowhere] : [])),
      account: fc.constantFrom(ACCOUNTS[0], ...ACCOUNTS, undefined),
      header: fc.oneof(fc.constant([]), fc.constantFrom(...HEADERS)),
      after: fc.constantFrom(0, 300, 1_000),
    })
    .map(({ sent: { operation, request }, account, header, after }) => {
      const authorization = authorizedAs(account);
      return {
        operation,
        account,
        header,
        after,
        request: { ...request, headers: { ...request.headers, authorization } },
      };
    });
}

/** Few of them, so that requests repeat them. */
const HEADERS: readonly (readonly Fault[])[] = [
  [{ status: 503, times: 1 }],
  [{ latency: 20 }, { requests: "2-", status: 429, retryAfter: 3 }],
  [{ method: "POST", reset: true, processed: true }],
];

/** What goes wrong, and with which requests: few conditions at a time, since with many of them nothing ever does. */
function faults(operations: readonly ContractOperation[]): Arbitrary<Fault> {
  const condition = fc.oneof(
    fc.constantFrom<FaultSelection>({ method: "GET" }, { method: "POST" }),
    fc.constantFrom(...operations.map(({ generated }): FaultSelection => ({ operation: generated.operationId }))),
    fc.constantFrom(...ACCOUNTS.map((account): FaultSelection => ({ account }))),
    fc.constantFrom<FaultSelection>({ requests: 1 }, { requests: "2" }, { requests: "2-3" }, { requests: "2-" }),
    fc.constantFrom<FaultSelection>({ times: 1 }, { times: 2 }),
  );
  return fc
    .tuple(fc.array(condition, { maxLength: 2 }), fc.constantFrom(...EFFECTS))
    .map(([conditions, effect]): Fault => Object.assign({}, ...conditions, effect));
}

/** What can go wrong, each thing alone and some together. */
const EFFECTS: readonly Fault[] = [
  { latency: 7 },
  { latency: 300, status: 503 },
  { status: 400 },
  { status: 401 },
  { status: 405 },
  { status: 429, retryAfter: 3 },
  { status: 500, code: 12_345 },
  { status: 401, code: 54_321 },
  { status: 503, processed: true },
  { status: 503, retryAfter: true, processed: false },
  { reset: true },
  { reset: true, processed: true },
  { body: "truncated" },
  { body: "malformed" },
  { body: "html" },
  { body: "text" },
  { body: "empty" },
  { status: 502, body: "html" },
  { json: { unlisted: 1 } },
  { status: 418, json: null },
  { rate: 0 },
  { rate: 1, per: 2, retryAfter: true },
  { rate: 2, retryAfter: 9 },
  { rate: 1, latency: 20 },
  { rate: 1, status: 503, per: 2 },
  { rate: 1, reset: true },
];
