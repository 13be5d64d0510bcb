import { isDeepStrictEqual } from "node:util";
import { operations } from "@earmark/annotation-client/operations";
import fc, { type Arbitrary } from "fast-check";
import { expect, it } from "vitest";
import { createMemoryStore, createSandbox, type Fault, type FaultSelection } from "../index.ts";
import { accountSid, basic, origin, path } from "../testing/fixtures.ts";
import { manualClock } from "../testing/manual-clock.ts";

/** A request, as far as faults are concerned. */
interface Visit {
  readonly method: string;
  /** `undefined` for a path that the document does not have. */
  readonly operation: string | undefined;
  /** `undefined` for a caller that is not let in. */
  readonly account: string | undefined;
  /** When it arrives, in milliseconds. */
  readonly at: number;
}

/** What is to go wrong with a request. */
interface Trouble {
  /** In milliseconds. */
  readonly latency: number;
  /** The fault that decides the response. */
  readonly fault?: Fault;
  /** Seconds until its limit lets the account in again. */
  readonly wait?: number;
}

/** What some faults make of one request after another, given what others have made of it already. */
type FaultReader = (visit: Visit, before: Trouble) => Trouble;

/** Reads faults as the README explains them: chance and requests at the same time aside. */
function readFaults(faults: readonly Fault[]): FaultReader {
  const readers = faults.map(readFault);
  return (visit, before) => readers.reduce((trouble, read) => read(visit, trouble), before);
}

function readFault(fault: Fault): FaultReader {
  const { latency = 0, times = Number.POSITIVE_INFINITY, rate, per = 1 } = fault;
  const arrivals: Visit[] = [];
  let applied = 0;
  return (visit, before) => {
    const { method = visit.method, operation = visit.operation, account = visit.account } = fault;
    if (method !== visit.method || operation !== visit.operation || account !== visit.account) return before;
    arrivals.push(visit);
    const windowOf = ({ at }: Visit) => Math.floor(at / (per * 1000));
    const together = arrivals.filter((each) => each.account === visit.account && windowOf(each) === windowOf(visit));
    if (rate !== undefined && (visit.account === undefined || together.length <= rate)) return before;
    const [first = "", last = first] = String(fault.requests ?? "1-").split("-");
    const isCounted = arrivals.length >= Number(first) && (last === "" || arrivals.length <= Number(last));
    if (!isCounted || applied >= times) return before;
    const decides =
      statusOf(fault) !== undefined || [fault.reset, fault.body, fault.json].some((it) => it !== undefined);
    if (decides && before.fault !== undefined) return before;
    applied += 1;
    const wait = rate === undefined ? 1 : Math.ceil(((windowOf(visit) + 1) * per * 1000 - visit.at) / 1000);
    return { ...before, latency: before.latency + latency, ...(decides && { fault, wait }) };
  };
}

/** A limit with nothing else to it is there to refuse. */
function statusOf({ status, rate, reset, body, json, latency }: Fault): number | undefined {
  const isLimit = rate !== undefined && [reset, body, json, latency].every((effect) => effect === undefined);
  return status ?? (isLimit ? 429 : undefined);
}

/** Whether the request has its effect, whatever becomes of the response. */
function isProcessed({ fault }: Trouble): boolean {
  return (
    fault === undefined || fault.processed === true || (statusOf(fault) === undefined && fault.reset === undefined)
  );
}

/** What a caller of `fetch` gets: a response, a part of one, or none. */
interface Received {
  readonly response?: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
  /** Why there is no response, or not all of it. */
  readonly error?: unknown;
}

/** Calls `fetch` and reads as much as there is. */
async function receive(fetched: Promise<Response>): Promise<Received> {
  const response = await fetched.catch((error: unknown) => ({ error }));
  if ("error" in response) return response;
  const { status } = response;
  const headers = Object.fromEntries(response.headers);
  const decoder = new TextDecoder();
  let body = "";
  try {
    for await (const chunk of response.body ?? []) body += decoder.decode(chunk, { stream: true });
  } catch (error) {
    return { response: { status, headers, body }, error };
  }
  return { response: { status, headers, body } };
}

/** What two responses to one request have in common. */
function lasting({ response, error }: Received): unknown {
  if (response === undefined) return error;
  const { "twilio-request-id": _, "twilio-concurrent-requests": __, ...headers } = response.headers;
  return { ...response, headers };
}

/** @param calm what is received when nothing goes wrong; `undefined` when the request has no effect. */
function expectTrouble(received: Received, { fault, wait }: Trouble, calm: Received | undefined): void {
  if (fault === undefined) {
    expect(lasting(received)).toEqual(calm && lasting(calm));
    return;
  }
  if (fault.reset) {
    expect(received).toEqual({ error: expect.objectContaining(failure("ECONNRESET")) });
    return;
  }
  const status = statusOf(fault) ?? calm?.response?.status;
  const { headers = {} } = received.response ?? {};
  expect(received.response?.status).toBe(status);
  expect(headers["twilio-request-id"]).toMatch(/^RQ[0-9a-f]{32}$/);
  const { retryAfter } = fault;
  const seconds = retryAfter === true ? wait : retryAfter;
  if (statusOf(fault) !== undefined)
    expect(headers["retry-after"]).toBe(seconds === undefined ? undefined : String(seconds));
  const whole = statusOf(fault) === undefined ? (calm?.response?.body ?? "") : errorBody(Number(status), fault.code);
  expectBody(received, fault, whole);
}

/** @param whole the body, if the fault did not spoil it. */
function expectBody({ response, error }: Received, { body: spoilt, json }: Fault, whole: string): void {
  const { headers = {}, body = "" } = response ?? {};
  const type = headers["content-type"];
  if (whole === "" || spoilt === undefined) {
    expect(body).toBe(json === undefined || whole === "" ? whole : JSON.stringify(json));
  } else if (spoilt === "html") {
    expect([type, body]).toEqual(["text/html; charset=utf-8", expect.stringMatching(/^<!doctype html>/)]);
  } else if (spoilt === "text") {
    expect([type, body]).toEqual(["text/plain; charset=utf-8", whole]);
  } else {
    const half = whole.slice(0, whole.length / 2);
    expect([type, body]).toEqual(["application/json; charset=utf-8", spoilt === "empty" ? "" : half]);
  }
  const isTruncated = spoilt === "truncated" && whole !== "";
  expect(Number(headers["content-length"] ?? 0)).toBe(Buffer.byteLength(isTruncated ? whole : body));
  if (isTruncated) expect(error).toMatchObject(failure("UND_ERR_SOCKET"));
  else expect(error).toBeUndefined();
}

/** What Node's own `fetch` rejects with. */
function failure(code: string): object {
  return { name: "TypeError", cause: expect.objectContaining({ code }) };
}

/** The code of an error, where it does not follow from the status. */
const CODES: Readonly<Record<number, number>> = { 400: 20001, 401: 20003, 405: 20004 };

function errorBody(status: number, code = CODES[status] ?? 20_000 + status): string {
  const more_info = `https://www.twilio.com/docs/errors/${code}`;
  return JSON.stringify({ code, message: `The sandbox was asked to respond with ${status}`, more_info, status });
}

const ACCOUNTS = [accountSid, `AC${"1".repeat(32)}`] as const;
const { fetchAnnotation, updateAnnotation } = operations;
const form = { "content-type": "application/x-www-form-urlencoded" };

const REQUESTS = [
  { method: "GET", path, operation: fetchAnnotation.operationId },
  { method: "POST", path, operation: updateAnnotation.operationId, headers: form, body: "Spam=true" },
  { method: "POST", path, operation: updateAnnotation.operationId, headers: form, body: "CallScore=2&Comment=a" },
  { method: "GET", path: "/nowhere", operation: undefined },
] as const;

/** Few of them, so that requests repeat them. */
const HEADERS: readonly (readonly [faults: readonly Fault[], header: string])[] = [
  [[{ status: 503, times: 1 }], "status=503; times=1"],
  [
    [{ latency: 20 }, { requests: "2-", status: 429, retryAfter: 3 }],
    "latency=20, requests=2-; status=429; retry-after=3",
  ],
  [[{ method: "POST", reset: true, processed: true }], "method=POST; reset; processed"],
];

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

/** Few conditions at a time, since with many of them nothing ever goes wrong. */
const faults: Arbitrary<Fault> = fc
  .tuple(
    fc.array(
      fc.constantFrom<FaultSelection>(
        { method: "GET" },
        { method: "POST" },
        { operation: fetchAnnotation.operationId },
        { operation: updateAnnotation.operationId },
        ...ACCOUNTS.map((account) => ({ account })),
        { requests: 1 },
        { requests: "2" },
        { requests: "2-3" },
        { requests: "2-" },
        { times: 1 },
        { times: 2 },
      ),
      { maxLength: 2 },
    ),
    fc.constantFrom(...EFFECTS),
  )
  .map(([conditions, effect]): Fault => Object.assign({}, ...conditions, effect));

const asked = fc.record({
  sent: fc.constantFrom(...REQUESTS),
  account: fc.constantFrom(ACCOUNTS[0], ...ACCOUNTS, undefined),
  header: fc.oneof(fc.constant(undefined), fc.constantFrom(...HEADERS)),
  /** Milliseconds after the one before. */
  after: fc.constantFrom(0, 300, 1_000),
});

it("faults do what they are asked for, by script or by header, and nothing else goes wrong", async () => {
  const script = fc.array(faults, { minLength: 1, maxLength: 3 });
  const property = fc.asyncProperty(script, fc.array(asked, { minLength: 1, maxLength: 10 }), async (given, all) => {
    const clock = manualClock();
    const store = createMemoryStore();
    const faulty = createSandbox({ faults: given, store, ...clock });
    // Sees only what has an effect.
    const calm = createSandbox({ now: clock.now });
    const byScript = readFaults(given);
    const byHeader = new Map<string, FaultReader>();
    for (const { sent, account, header, after } of all) {
      clock.advance(after);
      const { path: place, operation, ...init } = sent;
      const visit: Visit = { method: sent.method, operation, account, at: clock.now() };
      const key = JSON.stringify([account, sent.method, place, header]);
      const byThis = byHeader.get(key) ?? readFaults(header?.[0] ?? []);
      byHeader.set(key, byThis);
      const trouble = byScript(visit, byThis(visit, { latency: 0 }));
      const slept = clock.slept.length;
      const headers = { ...Object(init).headers, authorization: account === undefined ? "" : basic(account) };
      const withFault = header && { "sandbox-fault": header[1] };
      const received = await receive(faulty.fetch(origin + place, { ...init, headers: { ...headers, ...withFault } }));
      expect(clock.slept.slice(slept)).toEqual(trouble.latency > 0 ? [trouble.latency] : []);
      const request = () => receive(calm.fetch(origin + place, { ...init, headers }));
      expectTrouble(received, trouble, isProcessed(trouble) ? await request() : undefined);
    }
    // Whatever the responses were, what has happened is what should have happened.
    for (const account of ACCOUNTS) {
      const read = { headers: { authorization: basic(account) } };
      const after = createSandbox({ store, now: clock.now });
      const [told, known] = await Promise.all([after, calm].map(({ fetch }) => receive(fetch(origin + path, read))));
      expect(isDeepStrictEqual(told && lasting(told), known && lasting(known))).toBe(true);
    }
  });
  await fc.assert(property, { numRuns: 100 });
});
