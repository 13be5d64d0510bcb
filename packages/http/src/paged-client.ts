import { parseBaseUrl } from "./base-url.ts";
import type { ClientOptions } from "./client-options.ts";
import { createClient } from "./create-client.ts";
import type { ClientDefinition } from "./definition.ts";
import type { Operation, Pagination, Parameter } from "./operation.ts";
import type { Group } from "./places.ts";
import { type Runtime, realRuntime } from "./runtime.ts";
import { ResponseValidationError } from "./validation-error.ts";

type Method = (...args: readonly unknown[]) => Promise<unknown>;
type Values = Readonly<Record<string, unknown>>;

/**
 * Makes a client as {@link createClient} does, whose operations with `pagination` return a {@link Paged}. Generated
 * clients of an API with pages call this; the others do not carry it.
 *
 * Credentials stay with `baseUrl`: of the URL of a next page, only the query is used.
 *
 * @param runtime clock and chance, which only tests replace.
 */
export function createPagedClient<Client>(
  definition: ClientDefinition,
  options: ClientOptions,
  runtime: Runtime = realRuntime,
): Client {
  const client = createClient<Record<string, Method>>(definition, options, runtime);
  const { href } = parseBaseUrl(options.baseUrl, definition.baseUrl);

  const list = (method: Method, operation: Operation, pagination: Pagination, args: readonly unknown[]) => {
    const { nextUrl, nextCursor, parameter = "", items } = pagination;
    const values = (operation.parameters[0] ? args[0] : {}) as Values | undefined;
    const callOptions = operation.parameters[0] ? args[1] : args[0];
    const pointer = nextUrl ?? nextCursor ?? "";
    /** All that is asked for, whatever else a link says: another host or fragment is the same page. */
    const nextOf = (link: unknown) => {
      if (nextUrl === undefined) return `${link}`;
      return typeof link === "string" && URL.canParse(link, href) ? new URL(link, href).search : undefined;
    };
    const turn = () => {
      // Where the caller has begun, if that was at a cursor.
      const first = (isPlaced(operation, parameter) ? Object(values?.query) : values)?.[parameter];
      const followed = new Set(first === undefined ? [] : [`${first}`]);
      return (page: unknown): Promise<unknown> | undefined => {
        const found = find(page, pointer);
        // What ends a list is written in each of these ways.
        if (found === undefined || found === null || found === "") return undefined;
        const next = nextOf(found);
        if (next === undefined) throw broken(operation, href, pointer, "the URL of the next page", found);
        if (followed.has(next)) throw broken(operation, href, pointer, "a page that was not asked for before", found);
        followed.add(next);
        return nextUrl === undefined
          ? method(withCursor(operation, values, parameter, found), callOptions)
          : follow(operation, next, values, callOptions);
      };
    };
    const itemsOf = (page: unknown): readonly unknown[] => {
      const found = find(page, items);
      if (!Array.isArray(found)) throw broken(operation, href, items, "array", found);
      return found;
    };
    return paged(() => method(...args), turn, itemsOf);
  };

  /** The operation once more, with a query that is sent as it is: its values are the API's own. */
  const follow = (operation: Operation, search: string, values: Values | undefined, callOptions: unknown) => {
    const parameters = operation.parameters.filter((one) => one.in !== "query");
    // Braces would be taken for parameters of the path.
    const query = search.replaceAll("{", "%7B").replaceAll("}", "%7D");
    const page = { ...operation, path: operation.path + query, parameters };
    const kept = Object.fromEntries(parameters.map(({ name }) => [name, values?.[name]]));
    const once = createClient<{ page: Method }>({ ...definition, operations: { page } }, options, runtime);
    return parameters[0] ? once.page(kept, callOptions) : once.page(callOptions);
  };

  const lists: Record<string, (...args: readonly unknown[]) => Paged<unknown, unknown>> = {};
  for (const [name, operation] of Object.entries(definition.operations)) {
    const method = client[name];
    const { pagination } = operation;
    if (pagination && method) lists[name] = (...args) => list(method, operation, pagination, args);
  }
  // The generated declaration says what the table of operations turns into.
  return { ...client, ...lists } as Client;
}

/** The parameters of the next page. */
function withCursor(operation: Operation, values: Values = {}, name: string, cursor: unknown): Values {
  return isPlaced(operation, name)
    ? { ...values, query: { ...Object(values.query), [name]: cursor } }
    : { ...values, [name]: cursor };
}

/** Whether the cursor is given below its place, since another parameter has its name. */
function isPlaced({ parameters }: Operation, name: string): boolean {
  return parameters.some((one: Parameter | Group) => {
    return one.in === "query" && "members" in one && one.members.some((member) => member.name === name);
  });
}

/**
 * The answer of an operation that lists something page by page: a promise of one page, and an iterable over the items of
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

/**
 * Makes one from the way to the first page, and from each page to the next.
 *
 * @param turn begins one walk through the pages: a function that is given each page in turn and returns the next one,
 * or `undefined` behind the last.
 */
export function paged(
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
    // biome-ignore lint/suspicious/noThenProperty: it is a promise, one that waits until somebody asks.
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

/**
 * The value that a JSON pointer leads to; `undefined` where there is none.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6901
 */
export function find(value: unknown, pointer: string): unknown {
  let found = value;
  for (const name of segments(pointer)) {
    // What an object inherits is not in the document.
    found = Object.hasOwn(Object(found), name) ? (found as Record<string, unknown>)[name] : undefined;
  }
  return found;
}

/** A page from which there is no way on; to go on as if it were the last one would lose what follows. */
export function broken(
  { method, path, responses }: Operation,
  baseUrl: string,
  pointer: string,
  expected: string,
  value: unknown,
): ResponseValidationError {
  const status = Number(Object.keys(responses).find((one) => /^2\d\d$/.test(one)) ?? 200);
  const answer = { method, url: baseUrl.replace(/\/+$/, "") + path, status, requestId: undefined };
  const message = `must be ${expected}`;
  return new ResponseValidationError(answer, [
    { path: segments(pointer), code: "pagination", message, expected, value },
  ]);
}

function segments(pointer: string): string[] {
  const tokens = pointer.split("/").slice(1);
  return tokens.map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}
