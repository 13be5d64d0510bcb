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
