import type { FixtureCall } from "@earmark/sandbox";
import { schemas } from "@earmark/summaries-client/schemas";
import type { JsonSchema } from "@earmark/validation";
import fc, { type Arbitrary } from "fast-check";
import { expect } from "vitest";
import { type Chance, holds } from "../../arbitraries/chance.ts";
import { authorizationOf } from "../../document/credentials.ts";
import type { ContractOperation } from "../../document/operations.ts";
import type { Case } from "../../layers/case.ts";
import { expectRefusal } from "../../layers/expect-refusal.ts";
import type { State } from "../../stateful/resource.ts";
import { send } from "../../tap/send.ts";
import type { MakeSandbox } from "../../targets/make-sandbox.ts";
import { type Resolve, resolveIn } from "../../violations/resolve.ts";
import { rightRequest } from "../../violations/right-request.ts";
import { callAnnotation } from "../annotation/resource.ts";

const url = "https://target.example";
const NOW = Date.parse("2026-03-04T12:00:00Z");
const [OWNER = "", STRANGER = ""] = ["1", "2"].map((digit) => `AC${digit.repeat(32)}`);
const sid = (index: number): string => `CA${String(index).padStart(32, "0")}`;

/** Milliseconds before now: every bound that is asked for, and a moment on either side of it. */
const HOUR = 3_600_000;
const BOUNDS: Readonly<Record<string, number>> = {
  "0m": 0,
  "30m": HOUR / 2,
  "4h": 4 * HOUR,
  "2d": 48 * HOUR,
  "1w": 168 * HOUR,
};

/** Whether a call meets a condition. Those about annotations are asked where annotations are written. */
const CONDITIONS: Readonly<Record<string, (call: State, wanted: unknown) => boolean>> = {
  From: ({ from }, wanted) => Object(from).caller === wanted,
  To: ({ to }, wanted) => Object(to).callee === wanted,
  FromCarrier: ({ from }, wanted) => Object(from).carrier === wanted,
  ToCarrier: ({ to }, wanted) => Object(to).carrier === wanted,
  FromCountryCode: ({ from }, wanted) => Object(from).country_code === wanted,
  ToCountryCode: ({ to }, wanted) => Object(to).country_code === wanted,
  StartTime: ({ start_time }, wanted) => !isText(start_time) || Date.parse(start_time) >= moment(wanted),
  EndTime: ({ start_time }, wanted) => !isText(start_time) || Date.parse(start_time) <= moment(wanted),
  CallType: ({ call_type }, wanted) => [wanted].flat().includes(call_type),
  CallState: ({ call_state }, wanted) => call_state === wanted,
  Direction: ({ properties }, wanted) => [wanted].flat().includes(Object(properties).direction),
  AnsweredBy: ({ answered_by }, wanted) => answered_by === wanted,
  HasTag: ({ tags }, wanted) => (Array.isArray(tags) && tags.length > 0) === wanted,
  ProcessingState: ({ processing_state }, wanted) =>
    wanted === "all" ||
    processing_state === { completed: "complete", partial: "partial", started: "partial" }[String(wanted)],
};

/** A fixture's calls are listed with what it says of them: found by every condition, in order, page by page. */
export function knownCallCases(operations: readonly ContractOperation[], chance: Chance): readonly Case<MakeSandbox>[] {
  const list = operations.find(({ method }) => method === "listCallSummaries");
  if (list === undefined) return [];
  const { contract, generated } = list;
  const resolve = resolveIn(contract.schemas);
  const calls = fc.array(some({ $ref: "CallSummary" }, resolve), { minLength: 4, maxLength: 8 }).map(listed);
  const asked = generated.parameters.flatMap(({ name, schema }) =>
    Object.hasOwn(CONDITIONS, name) ? { name, values: valuesOf(resolve(schema), resolve) } : [],
  );
  const cases = asked.map(
    ({ name, values }): Case<MakeSandbox> => ({
      name: `listCallSummaries finds the calls of a fixture by ${name}`,
      check: (make) => {
        const others = fc
          .constantFrom(...asked)
          .chain((other) => other.values.map((value) => ({ [other.name]: value })));
        const query = fc
          .tuple(values, fc.option(others, { nil: {}, freq: 1 }))
          .map(([value, other]) => ({ StartTime: "1w", ...other, [name]: value }));
        const found = fc.asyncProperty(calls, query, async (all, conditions) => {
          const fetch = fetchOf(make, all);
          expect(sids((await page(list, fetch, conditions)).calls)).toEqual(
            sids(inOrder(all.filter(meets(conditions)))),
          );
        });
        return holds(found, chance);
      },
    }),
  );
  return [
    ...cases,
    {
      name: "listCallSummaries tells of each call of a fixture what is known, the latest first, unless asked for otherwise",
      check: (make) => {
        const property = fc.asyncProperty(
          calls,
          fc.constantFrom(undefined, "start_time", "end_time"),
          async (all, SortBy) => {
            const expected = inOrder(all.filter(meets({ SortBy })), SortBy).map(told);
            expect((await page(list, fetchOf(make, all), { SortBy })).calls).toEqual(expected);
          },
        );
        return holds(property, chance);
      },
    },
    {
      name: "listCallSummaries walks the calls of a fixture forwards and backwards, whatever is noted on the way",
      check: (make) => {
        const size = fc.integer({ min: 1, max: 4 });
        return holds(
          fc.asyncProperty(calls, size, (all, PageSize) => expectWalk(list, operations, make, all, PageSize)),
          chance,
        );
      },
    },
    {
      name: "listCallSummaries has 50 calls on a page, counts pages without a token, and knows its own tokens only",
      check: async (make) => {
        const all = Array.from({ length: 120 }, (_, index) => ({ ...callAt(index), start_time: null }));
        const fetch = fetchOf(make, all);
        const first = await page(list, fetch, {});
        expect(sids(first.calls)).toEqual(sids(all.slice(0, 50)));
        expect(first.meta).toMatchObject({ page: 0, page_size: 50, key: "call_summaries", previous_page_url: null });
        expect(sids((await page(list, fetch, { Page: 2 })).calls)).toEqual(sids(all.slice(100)));
        const beyond = await page(list, fetch, { Page: 3 });
        expect(beyond).toMatchObject({ calls: [], meta: { page: 3, page_size: 50, next_page_url: null } });
        for (const PageToken of ["", "PT", "1", sid(1), `PT${sid(999)}`]) {
          const request = rightRequest(list, { query: String(new URLSearchParams({ PageToken })), headers: owner() });
          expectRefusal(await send(request, { url, fetch }), 400, 20001, "PageToken");
        }
        expect(sids((await page(list, fetch, {}, STRANGER)).calls)).toEqual([sid(500)]);
      },
    },
  ];
}

/** Page by page as far as it goes, and the same way back. */
async function expectWalk(
  list: ContractOperation,
  operations: readonly ContractOperation[],
  make: MakeSandbox,
  all: readonly FixtureCall[],
  PageSize: number,
): Promise<void> {
  const write = operations.find(({ method }) => method === callAnnotation.write);
  const fetch = fetchOf(make, all);
  const expected = inOrder(all.filter(meets({})));
  const there: Page[] = [];
  for (let next: unknown = `${url}${rightRequest(list, { parameters: { PageSize } }).path}`; isText(next); ) {
    there.push(await read(next, fetch));
    next = there.at(-1)?.meta.next_page_url;
    // To be noted is to be read, not to be moved.
    const CallSid = expected[there.length - 1]?.call_sid;
    if (write !== undefined && CallSid !== undefined) {
      await send(rightRequest(write, { parameters: { CallSid }, headers: owner() }), { url, fetch });
    }
  }
  expect(there.flatMap(({ calls }) => sids(calls))).toEqual(sids(expected));
  expect(there.slice(0, -1).map(({ calls }) => calls.length)).toEqual(there.slice(1).map(() => PageSize));
  expect(there.map(({ meta }) => meta.page)).toEqual(there.map((_, index) => index));
  for (const [index, { calls, meta }] of there.entries()) {
    expect(meta.page_size).toBe(PageSize);
    expect(sids((await read(String(meta.url), fetch)).calls)).toEqual(sids(calls));
    expect(sids((await read(String(meta.first_page_url), fetch)).calls)).toEqual(sids(there[0]?.calls ?? []));
    if (index === 0) expect(meta.previous_page_url).toBeNull();
    else
      expect(sids((await read(String(meta.previous_page_url), fetch)).calls)).toEqual(
        sids(there[index - 1]?.calls ?? []),
      );
  }
}

interface Page {
  readonly calls: readonly State[];
  readonly meta: State;
}

async function page(list: ContractOperation, fetch: Fetch, parameters: State, account = OWNER): Promise<Page> {
  return read(url + rightRequest(list, { parameters: { PageSize: undefined, ...parameters } }).path, fetch, account);
}

type Fetch = ReturnType<MakeSandbox>["fetch"];

async function read(from: string, fetch: Fetch, account = OWNER): Promise<Page> {
  const response = await fetch(from, { headers: owner(account) });
  const { call_summaries: calls, meta } = Object(await response.json());
  expect(response.status).toBe(200);
  return { calls, meta };
}

function owner(accountSid: string = OWNER): { readonly authorization: string } {
  return { authorization: authorizationOf({ accountSid, authToken: "secret" }) };
}

function fetchOf(make: MakeSandbox, calls: readonly FixtureCall[]): Fetch {
  // What nobody may see stands between the others.
  const hidden = [
    { ...callAt(500), account_sid: STRANGER, start_time: null },
    { ...callAt(501), availability: "expired" as const },
  ];
  const first = calls.slice(0, 1).map((call) => ({ ...call, availability: "available" as const }));
  return make({ fixture: { calls: [...first, ...hidden, ...calls.slice(1)] }, now: () => NOW }).fetch;
}

function callAt(index: number): FixtureCall {
  return { call_sid: sid(index), account_sid: OWNER };
}

/** What the fixture says of calls, each with a SID of its own. */
function listed(records: readonly unknown[]): readonly FixtureCall[] {
  return records.map((record, index) => {
    const { annotation: _, url: __, ...known } = Object(record);
    return { ...known, ...callAt(index) };
  });
}

/** A call as it is listed. */
function told(call: FixtureCall): State {
  const { properties = {} } = schemas.CallSummary;
  const unknown = Object.fromEntries(Object.keys(properties).map((name) => [name, null]));
  return { ...unknown, ...call, annotation: null, url: `${url}/v1/Voice/${call.call_sid}/Summary` };
}

function meets(query: State): (call: FixtureCall) => boolean {
  const wanted = { StartTime: "4h", EndTime: "0m", ...query };
  return (call) => Object.entries(wanted).every(([name, value]) => CONDITIONS[name]?.({ ...call }, value) ?? true);
}

/** The latest first, and last those whose time is not known, each in the order of the fixture. */
function inOrder(calls: readonly FixtureCall[], by: "start_time" | "end_time" = "start_time"): readonly FixtureCall[] {
  const time = ({ [by]: text }: FixtureCall): number => (isText(text) ? Date.parse(text) : 0);
  return calls.toSorted((one, other) => time(other) - time(one));
}

function sids(calls: readonly object[]): readonly unknown[] {
  return calls.map((call) => Object(call).call_sid);
}

function moment(bound: unknown): number {
  const ago = BOUNDS[String(bound)];
  return ago === undefined ? Date.parse(String(bound)) : NOW - ago;
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

/** Few values of a schema, so that calls and conditions meet; of an enumeration the first two. */
function some(schema: JsonSchema, resolve: Resolve): Arbitrary<unknown> {
  const { $ref, anyOf, type, enum: values, format, properties, items } = schema;
  if ($ref !== undefined) return some(resolve($ref), resolve);
  if (anyOf !== undefined) return fc.oneof(...anyOf.map((each) => some(each, resolve)));
  if (values !== undefined) return fc.constantFrom(...values.slice(0, 2));
  if (Array.isArray(type)) return fc.oneof(...type.map((each) => some({ ...schema, type: each }, resolve)));
  if (type === "null") return fc.constant(null);
  if (type === "boolean") return fc.boolean();
  if (type === "integer") return fc.integer({ min: 1, max: 2 });
  if (type === "array") return fc.array(some(items ?? {}, resolve), { maxLength: 2 });
  if (type === "string" && format === "date-time") return fc.constantFrom(...TIMES);
  if (type === "string") return fc.constantFrom("A", "B");
  const fields = Object.entries(properties ?? {}).map(([name, each]) => [name, some(each, resolve)]);
  return fc.record(Object.fromEntries(fields), { requiredKeys: [] });
}

const TIMES = Object.values(BOUNDS).flatMap((ago) =>
  [-1, 0, 1].map((step) => new Date(NOW - ago + step).toISOString()),
);

/** What is asked for: all that a parameter can be, as far as calls can be so. */
function valuesOf(schema: JsonSchema, resolve: Resolve): Arbitrary<unknown> {
  if (schema.pattern !== undefined) return fc.constantFrom(...Object.keys(BOUNDS), ...TIMES);
  if (schema.type === "array")
    return fc.uniqueArray(valuesOf(schema.items ?? {}, resolve), { minLength: 1, maxLength: 2 });
  if (schema.$ref !== undefined) return valuesOf(resolve(schema.$ref), resolve);
  return schema.enum === undefined ? some(schema, resolve) : fc.constantFrom(...schema.enum.slice(0, 4));
}
