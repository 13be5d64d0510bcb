import {
  type Case,
  type ContractOperation,
  call,
  decodePairs,
  findings,
  freshDigits,
  holds,
  identityOf,
  pairParts,
  type RandomRuns,
  requireForm,
  resolveIn,
  type State,
  type Target,
  valid,
} from "@earmark/contract";
import { decodeForm } from "@earmark/http";
import fc from "fast-check";
import { expect } from "vitest";
import { callAnnotation } from "../annotation/resource.ts";
import { ANNOTATED } from "./conditions.ts";

/** Calls are found by what was written about them, by our client and by others, whatever the size of a page. */
export function listingCases(operations: readonly ContractOperation[], random: RandomRuns): readonly Case<Target>[] {
  const find = (name: string) => operations.find(({ method }) => method === name);
  const [list, write] = [find("listCallSummaries"), find(callAnnotation.write)];
  if (list === undefined || write === undefined) return [];
  return [
    {
      name: "listCallSummaries finds calls by what updateAnnotation has written",
      check: (target) => {
        const resolve = resolveIn(write.contract.schemas);
        const notes = fc.array(valid(resolve(requireForm(write).schema), resolve), { maxLength: 6 });
        const property = fc.asyncProperty(notes, queries(list), fc.integer({ min: 1, max: 3 }), (bodies, query, size) =>
          expectFound({ list, write, target }, bodies.map(Object), query, size),
        );
        // Pages that lead to others, in each draw.
        return holds(property, random, [[[{}, {}, {}], {}, 1]]);
      },
    },
  ];
}

/** Few conditions at a time, since with many of them nothing is ever found. */
function queries({ generated, contract }: ContractOperation): fc.Arbitrary<State> {
  const resolve = resolveIn(contract.schemas);
  const wanted = generated.parameters.filter(({ name }) => Object.hasOwn(ANNOTATED, name));
  const conditions = wanted.map(({ name, schema }) =>
    valid(resolve(schema), resolve).map((value) => ({ [name]: value })),
  );
  return fc.array(fc.oneof(...conditions), { maxLength: 2 }).map((chosen): State => Object.assign({}, ...chosen));
}

interface Scene {
  readonly list: ContractOperation;
  readonly write: ContractOperation;
  readonly target: Target;
}

async function expectFound(
  { list, write, target }: Scene,
  bodies: readonly State[],
  query: State,
  size: number,
): Promise<void> {
  const { url: baseUrl, fetch, exchanges, origin } = target;
  const owner = { accountSid: `AC${freshDigits()}`, authToken: "secret" };
  const stranger = { ...owner, accountSid: `AC${freshDigits()}` };
  const expected: object[] = [];
  for (const [index, body] of bodies.entries()) {
    const CallSid = sid(index);
    await call(write, { parameters: { CallSid }, body }, { baseUrl, fetch, as: owner });
    const blank = callAnnotation.blank(identityOf(write, owner.accountSid, { CallSid }, origin));
    const { account_sid, call_sid, url, ...annotation } = callAnnotation.written(blank, body);
    const meets = Object.entries(query).every(([name, wanted]) => ANNOTATED[name]?.(annotation, wanted));
    if (meets) expected.push({ account_sid, call_sid, annotation, url: String(url).replace(/Annotation$/, "Summary") });
  }

  // To be written again moves nothing.
  const again = { parameters: { CallSid: sid(0) }, body: {} };
  if (bodies.length > 0) await call(write, again, { baseUrl, fetch, as: owner });

  const before = exchanges.length;
  const parameters = { ...query, PageSize: size };
  const found: unknown[] = [];
  for await (const item of pages(list, parameters, { baseUrl, fetch, ...owner })) found.push(item);
  expect(found).toEqual(expected.map((item) => expect.objectContaining(item)));
  const asked = exchanges.slice(before);
  expect(asked).toHaveLength(Math.max(1, Math.ceil(expected.length / size)));
  for (const [page, { response }] of asked.entries())
    expectMeta(JSON.parse(response.body).meta, page, asked.length, parameters, list);
  for await (const item of pages(list, query, { baseUrl, fetch, ...stranger }))
    expect.unreachable(JSON.stringify(item));

  for (const peer of list.contract.peers) {
    const start = exchanges.length;
    const client = await peer.connect(target, owner);
    expect(await client[list.method]?.({ parameters })).toMatchObject(expected);
    const queryOf = (path = "") => decodeForm(path.split("?")[1] ?? "", {});
    expect(queryOf(exchanges[start]?.request.path)).toEqual(queryOf(asked[0]?.request.path));
  }
  expect(exchanges.slice(before).flatMap(({ response }) => findings(response))).toEqual([]);
}

/** Every page says where it is, and where the others are, under the same conditions. */
function expectMeta(meta: State, page: number, count: number, parameters: State, list: ContractOperation): void {
  const [part] = pairParts(list);
  const asks = (url: unknown): State => {
    const { PageToken: _, ...asked } = part ? decodePairs(part, String(url).split("?")[1] ?? "") : {};
    return asked;
  };
  expect(meta).toMatchObject({ page, page_size: parameters.PageSize });
  expect(asks(meta.url)).toEqual({ ...parameters, Page: page });
  expect(asks(meta.first_page_url)).toEqual({ ...parameters, Page: 0 });
  if (page === 0) expect(meta.previous_page_url).toBeNull();
  else expect(asks(meta.previous_page_url)).toEqual({ ...parameters, Page: page - 1 });
  if (page === count - 1) expect(meta.next_page_url).toBeNull();
  else expect(asks(meta.next_page_url)).toEqual({ ...parameters, Page: page + 1 });
}

function pages(
  { contract, method }: ContractOperation,
  parameters: object,
  options: Parameters<ContractOperation["contract"]["createClient"]>[0],
): AsyncIterable<unknown> {
  const client = contract.createClient({ retry: false, responseValidation: "throw", ...options });
  // Of a method whose operation has pages, this is what it returns.
  return client[method]?.(parameters) as unknown as AsyncIterable<unknown>;
}

function sid(index: number): string {
  return `CA${String(index).padStart(32, "0")}`;
}
