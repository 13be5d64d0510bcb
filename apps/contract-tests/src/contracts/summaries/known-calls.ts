import {
  authorizationOf,
  type Case,
  type ContractOperation,
  expectRefusal,
  holds,
  type MakeSandbox,
  type RandomRuns,
  type Resolve,
  resolveIn,
  rightRequest,
  type State,
  send,
} from "@earmark/contract";
import { type AnnotationChanges, createMemoryStore, type FixtureCall } from "@earmark/sandbox";
import { schemas } from "@earmark/summaries-client/schemas";
import type { JsonSchema } from "@earmark/validation";
import fc, { type Arbitrary } from "fast-check";
import { expect } from "vitest";
import { unset } from "../annotation/resource.ts";
import { BOUNDS, CONDITIONS, meets, NOW, TIMES } from "./conditions.ts";

const url = "https://target.example";
const [OWNER = "", STRANGER = ""] = ["1", "2"].map((digit) => `AC${digit.repeat(32)}`);
const sid = (index: number): string => `CA${String(index).padStart(32, "0")}`;

/** A fixture's calls are listed with what it says of them: found by every condition, in order, page by page. */
export function knownCallCases(
  operations: readonly ContractOperation[],
  random: RandomRuns,
): readonly Case<MakeSandbox>[] {
  const list = operations.find(({ method }) => method === "listCallSummaries");
  if (list === undefined) return [];
  const { contract, generated } = list;
  const resolve = resolveIn(contract.schemas);
  const calls = fc.array(fewValues(resolve("CallSummary"), resolve, TIMES), { minLength: 4, maxLength: 8 }).map(listed);
  const asked = generated.parameters.flatMap(({ name, schema }) =>
    Object.hasOwn(CONDITIONS, name)
      ? { name, values: fewValues(resolve(schema), resolve, [...Object.keys(BOUNDS), ...TIMES]) }
      : [],
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
          const { fetch } = await sandboxOf(make, all);
          expect(sids((await page(list, fetch, conditions)).calls)).toEqual(
            sids(inOrder(all.filter(meets(conditions)))),
          );
        });
        return holds(found, random);
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
            expect((await page(list, (await sandboxOf(make, all)).fetch, { SortBy })).calls).toEqual(expected);
          },
        );
        return holds(property, random);
      },
    },
    ...["StartTime", "EndTime"].map(
      (name): Case<MakeSandbox> => ({
        name: `listCallSummaries takes every ${name} to the millisecond`,
        check: async (make) => {
          const all = listed(TIMES.map((start_time) => ({ start_time, end_time: TIMES[0] })));
          const { fetch } = await sandboxOf(make, all);
          for (const value of [...Object.keys(BOUNDS), ...TIMES]) {
            const query = { StartTime: "52w", [name]: value };
            const found = inOrder(all.filter(meets(query)));
            expect(sids((await page(list, fetch, query)).calls), value).toEqual(sids(found));
          }
        },
      }),
    ),
    {
      name: "listCallSummaries goes on after a call that is no longer wanted, and finds one that has come since",
      check: async (make) => {
        const all = listed([true, true, false].map((spam) => ({ annotation: { spam } })));
        const { fetch, note } = await sandboxOf(make, all);
        const first = await page(list, fetch, { SpamAnnotation: true, PageSize: 1 });
        const [gone, , come] = all;
        if (gone !== undefined && come !== undefined) {
          await note(gone, { spam: false });
          await note(come, { spam: true });
        }
        const second = await read(String(first.meta.next_page_url), fetch);
        const third = await read(String(second.meta.next_page_url), fetch);
        expect([first, second, third].map(({ calls: [call] }) => call?.call_sid)).toEqual(sids(all));
        expect(third.meta.next_page_url).toBeNull();
        // Nothing is left before the second page.
        expect(second.meta.previous_page_url).toBeNull();
      },
    },
    {
      name: "listCallSummaries walks the calls of a fixture forwards and backwards, whatever is noted on the way",
      check: (make) => {
        const size = fc.integer({ min: 1, max: 4 });
        return holds(
          fc.asyncProperty(calls, size, (all, PageSize) => expectWalk(list, make, all, PageSize)),
          random,
        );
      },
    },
    {
      name: "listCallSummaries has 50 calls on a page, counts pages without a token, and knows its own tokens only",
      check: async (make) => {
        const all = Array.from({ length: 120 }, (_, index) => ({ ...callAt(index), annotation: null }));
        const { fetch } = await sandboxOf(make, all);
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
  make: MakeSandbox,
  all: readonly KnownCall[],
  PageSize: number,
): Promise<void> {
  const { fetch, note } = await sandboxOf(make, all);
  const expected = inOrder(all.filter(meets({})));
  const there: Page[] = [];
  for (let next: unknown = `${url}${rightRequest(list, { parameters: { PageSize } }).path}`; isText(next); ) {
    there.push(await read(next, fetch));
    next = there.at(-1)?.meta.next_page_url;
    // To be noted is to be read, not to be moved.
    const noted = expected[there.length - 1];
    if (noted !== undefined) await note(noted, { comment: String(there.length) });
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

/** A call of the fixture, and what was noted about it. */
interface KnownCall extends FixtureCall {
  readonly annotation: AnnotationChanges | null;
}

interface Known {
  readonly fetch: Fetch;
  readonly note: (call: KnownCall, changes: AnnotationChanges) => Promise<void>;
}

async function sandboxOf(make: MakeSandbox, calls: readonly KnownCall[]): Promise<Known> {
  const store = createMemoryStore();
  const note: Known["note"] = async ({ account_sid, call_sid }, changes) => {
    await store.merge(account_sid, call_sid, changes);
  };
  // Noted in another order than the one in which they are listed.
  for (const call of calls.toReversed()) if (call.annotation !== null) await note(call, call.annotation);
  // Calls that must not be seen stand between the others.
  const hidden = [
    { ...callAt(500), account_sid: STRANGER },
    { ...callAt(501), availability: "expired" as const },
  ];
  const known = calls.map(({ annotation: _, ...call }, index) =>
    index === 0 ? { ...call, availability: "available" as const } : call,
  );
  return { note, fetch: make({ fixture: { calls: known.toSpliced(1, 0, ...hidden) }, store, now: () => NOW }).fetch };
}

function callAt(index: number): Omit<KnownCall, "annotation"> {
  return { call_sid: sid(index), account_sid: OWNER };
}

/** What the fixture says of calls, each with a SID of its own. */
function listed(records: readonly unknown[]): readonly KnownCall[] {
  return records.map((record, index) => {
    const { annotation = null, url: _, ...known } = Object(record);
    return { ...known, ...callAt(index), annotation };
  });
}

/** A call as it is listed, with as much of its annotation as a reader of the annotation alone is given. */
function told(call: KnownCall): State {
  const unknown = Object.fromEntries(Object.keys(schemas.CallSummary.properties ?? {}).map((name) => [name, null]));
  const annotation = call.annotation && { ...unset, ...call.annotation };
  return { ...unknown, ...call, annotation, url: `${url}/v1/Voice/${call.call_sid}/Summary` };
}

/** The latest first, and last those whose time is not known, each in the order of the fixture. */
function inOrder(calls: readonly KnownCall[], by: "start_time" | "end_time" = "start_time"): readonly KnownCall[] {
  const time = ({ [by]: text }: KnownCall): number => (isText(text) ? Date.parse(text) : 0);
  return calls.toSorted((one, other) => time(other) - time(one));
}

function sids(calls: readonly object[]): readonly unknown[] {
  return calls.map((call) => Object(call).call_sid);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

/** Few values of a schema, so that what is drawn of it meets; of an enumeration the last ones, and of times those given. */
function fewValues(schema: JsonSchema, resolve: Resolve, times: readonly string[]): Arbitrary<unknown> {
  const { $ref, anyOf, type, enum: values, format, pattern, properties, items } = schema;
  const few = (inner: JsonSchema) => fewValues(inner, resolve, times);
  if ($ref !== undefined) return few(resolve($ref));
  if (anyOf !== undefined) return fc.oneof(...anyOf.map(few));
  if (values !== undefined) return fc.constantFrom(...values.slice(-4));
  if (Array.isArray(type)) return fc.oneof(...type.map((each) => few({ ...schema, type: each })));
  if (type === "null") return fc.constant(null);
  if (type === "boolean") return fc.boolean();
  if (type === "integer") return fc.integer({ min: 1, max: 2 });
  if (type === "array") return fc.uniqueArray(few(items ?? {}), { minLength: schema.minItems ?? 0, maxLength: 2 });
  if (type === "string" && (format === "date-time" || pattern !== undefined)) return fc.constantFrom(...times);
  if (type === "string") return fc.constantFrom("A", "B");
  const fields = Object.entries(properties ?? {}).map(([name, each]) => [name, few(each)]);
  return fc.record(Object.fromEntries(fields), { requiredKeys: [] });
}
