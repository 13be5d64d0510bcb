import type { Call, OperationDefinition, PageReader, ParameterDefinition } from "./definition.ts";
import { pointerSegments, valueAt } from "./json-pointer.ts";
import type { Pagination } from "./operation.ts";
import type { Group } from "./places.ts";
import { ResponseValidationError } from "./validation-error.ts";

/**
 * What an operation that lists something page by page returns: a promise of one page, and an iterable over the items of
 * that page and all that follow. Nothing is sent before it is awaited or iterated, and the first page only once.
 *
 * @example
 * for await (const summary of client.listCallSummaries({ SpamAnnotation: true })) console.log(summary.call_sid);
 * const { meta } = await client.listCallSummaries({ PageSize: 10 });
 */
export interface Paged<Page, Item> extends Promise<Page>, AsyncIterable<Item> {
  /** The page, and those that follow. */
  pages(): AsyncIterable<Page>;
}

/** The page that a call asks for, and all that follow: what an operation with `pagination` returns. */
export const pagesOf: PageReader = (call, send, baseUrl) => {
  const { operation, parameters } = call;
  const { nextUrl, nextCursor, parameter = "", items = "" }: Partial<Pagination> = operation.pagination ?? {};
  const isBelowPlace = isPlaced(operation, parameter);
  const pointer = nextUrl ?? nextCursor ?? "";
  /** All that counts of a link: with another host or fragment, it is the same page. */
  const nextOf = (link: unknown) => {
    if (nextUrl === undefined) return `${link}`;
    return typeof link === "string" && URL.canParse(link, baseUrl) ? new URL(link, baseUrl).search : undefined;
  };
  const turn = () => {
    // Where the caller has begun, if that was at a cursor.
    const first = (isBelowPlace ? Object(parameters.query) : parameters)[parameter];
    const followed = new Set(first === undefined ? [] : [`${first}`]);
    return (page: unknown): Promise<unknown> | undefined => {
      const found = valueAt(page, pointer);
      // What ends a list is written in each of these ways.
      if (found === undefined || found === null || found === "") return undefined;
      const next = nextOf(found);
      if (next === undefined) throw broken(operation, baseUrl, pointer, "the URL of the next page", found);
      if (followed.has(next)) throw broken(operation, baseUrl, pointer, "a page that was not asked for before", found);
      followed.add(next);
      if (nextUrl !== undefined) return send(withSearch(call, next));
      const cursor = isBelowPlace
        ? { query: { ...Object(parameters.query), [parameter]: found } }
        : { [parameter]: found };
      return send({ ...call, parameters: { __proto__: null, ...parameters, ...cursor } });
    };
  };
  const itemsOf = (page: unknown): readonly unknown[] => {
    const found = valueAt(page, items);
    if (!Array.isArray(found)) throw broken(operation, baseUrl, items, "array", found);
    return found;
  };
  return paged(() => send(call), turn, itemsOf);
};

/**
 * The call once more, with a query that is sent as it is: its values are the API's own. Credentials stay with `baseUrl`:
 * of the URL of a next page, nothing else is used.
 */
function withSearch(call: Call, search: string): Call {
  const { operation } = call;
  const parameters = operation.parameters.filter((one) => one.in !== "query");
  // Braces would be taken for parameters of the path.
  const query = search.replaceAll("{", "%7B").replaceAll("}", "%7D");
  const kept = Object.fromEntries(parameters.map(({ name }) => [name, call.parameters[name]]));
  return { ...call, operation: { ...operation, path: operation.path + query, parameters }, parameters: kept };
}

/** Whether the cursor is given below its place, since another parameter has its name. */
function isPlaced({ parameters }: OperationDefinition, name: string): boolean {
  return parameters.some((one: ParameterDefinition | Group) => {
    return one.in === "query" && "members" in one && one.members.some((member) => member.name === name);
  });
}

/**
 * Makes one from the way to the first page, and from each page to the next.
 *
 * @param turn begins one walk through the pages: a function that is given each page in turn and returns the next one,
 * or `undefined` behind the last.
 */
function paged(
  first: () => Promise<unknown>,
  turn: () => (page: unknown) => Promise<unknown> | undefined,
  itemsOf: (page: unknown) => readonly unknown[],
): Paged<unknown, unknown> {
  let started: Promise<unknown> | undefined;
  const start = () => {
    started ??= first();
    return started;
  };
  async function* pages() {
    const next = turn();
    for (let page: Promise<unknown> | undefined = start(); page; ) {
      const received = await page;
      yield received;
      page = next(received);
    }
  }
  return {
    // biome-ignore lint/suspicious/noThenProperty: it is a promise, one that starts when it is awaited.
    then: (done, failed) => start().then(done, failed),
    catch: (failed) => start().catch(failed),
    finally: (done) => start().finally(done),
    [Symbol.toStringTag]: "Paged",
    pages,
    async *[Symbol.asyncIterator]() {
      for await (const page of pages()) yield* itemsOf(page);
    },
  };
}

/** A page from which there is no way on; to go on as if it were the last one would lose what follows. */
function broken(
  { method, path, responses }: OperationDefinition,
  baseUrl: string,
  pointer: string,
  expected: string,
  value: unknown,
): ResponseValidationError {
  const status = Number(Object.keys(responses).find((one) => /^2\d\d$/.test(one)) ?? 200);
  const facts = { method, url: baseUrl + path, status, requestId: undefined };
  const message = `must be ${expected}`;
  return new ResponseValidationError(facts, [
    { path: pointerSegments(pointer), code: "pagination", message, expected, value },
  ]);
}
