import type { PageMeta } from "@earmark/summaries-types/strict";
import { invalid } from "../response/refusals.ts";

/** The parameters that choose a page. */
export interface PageQuery {
  readonly PageSize?: number | undefined;
  readonly Page?: number | undefined;
  readonly PageToken?: string | undefined;
}

/** The URL of the list, and the query of the request. */
export interface ListLocation {
  readonly url: string;
  readonly query: string;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly meta: PageMeta;
}

/** The default of the provider. */
const SIZE = 50;
/** Before a token, so that it does not look like a number. */
const PREFIX = "PT";

/**
 * One page of the items that match. A token names the item before the page, so that changes of the list do not move the
 * page; without a token, `Page` counts.
 *
 * @param key of an item; names it in a token.
 * @throws {Refusal} 400 for a token that is not of this list
 */
export function paginate<Item>(
  all: readonly Item[],
  isMatch: (item: Item) => boolean,
  key: (item: Item) => string,
  { PageSize: size = SIZE, Page: page = 0, PageToken: token }: PageQuery,
  location: ListLocation,
): Page<Item> {
  const list = all.filter(isMatch);
  const start = token === undefined ? page * size : upTo(all, key, token).filter(isMatch).length;
  const items = list.slice(start, start + size);
  const urlOf = (number: number, from: number): string => {
    const before = from > 0 ? list[from - 1] : undefined;
    return pageUrl(location, size, number, before && PREFIX + key(before));
  };
  return {
    items,
    meta: {
      page,
      page_size: size,
      first_page_url: urlOf(0, 0),
      previous_page_url: page > 0 && start > 0 ? urlOf(page - 1, Math.max(0, start - size)) : null,
      next_page_url: start + size < list.length ? urlOf(page + 1, start + size) : null,
      key: "call_summaries",
      url: urlOf(page, start),
    },
  };
}

/** The items before the page of a token, up to the one that it names, which need not match any more. */
function upTo<Item>(all: readonly Item[], key: (item: Item) => string, token: string): readonly Item[] {
  const index = all.findIndex((item) => PREFIX + key(item) === token);
  if (index === -1) throw invalid("PageToken must be taken from next_page_url or previous_page_url of this list");
  return all.slice(0, index + 1);
}

/** The same conditions, another page. */
function pageUrl({ url, query }: ListLocation, size: number, page: number, token: string | undefined): string {
  const parameters = new URLSearchParams(query);
  for (const name of ["PageSize", "Page", "PageToken"]) parameters.delete(name);
  parameters.set("PageSize", String(size));
  parameters.set("Page", String(page));
  if (token !== undefined) parameters.set("PageToken", token);
  return `${url}?${parameters}`;
}
