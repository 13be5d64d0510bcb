import { isSuccess } from "../http/status.ts";
import type { Json, JsonObject } from "../json/json.ts";
import { isPointer, pointerSegments, pointerTo } from "../json/json-pointer.ts";
import { typesOf } from "../schema/schema.ts";
import { describedAt } from "./described-at.ts";
import { extensionRule } from "./extensions.ts";
import type { Operation, Pagination } from "./model.ts";
import type { SchemaTable } from "./schema-table.ts";
import type { Building, DocumentReader } from "./source.ts";

/**
 * `x-pagination: { items: /call_summaries, nextUrl: /meta/next_page_url }`, or with `nextCursor` and `parameter`. Where it
 * does not fit the operation, that is an error, at its place.
 */
export function* buildPagination(
  reader: DocumentReader,
  table: SchemaTable,
  { method, parameters, requestBody, responses }: Operation,
  value: JsonObject,
  pointer: string,
): Building<Pagination | undefined> {
  function* refuse(at: string, message: string): Building<undefined> {
    yield reader.error(extensionRule("x-pagination"), at, message);
    return undefined;
  }
  const { items, nextUrl, nextCursor, parameter, ...others } = value;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined)
    return yield* refuse(pointerTo(pointer, unknown), "expected items, nextUrl, nextCursor or parameter");
  if ((nextUrl === undefined) === (nextCursor === undefined))
    return yield* refuse(pointer, "expected either nextUrl or nextCursor");
  if (method !== "GET" || requestBody !== undefined)
    return yield* refuse(
      pointer,
      `expected a GET without a body, received ${method}: nothing else is read page by page`,
    );

  const [page] = responses.filter(({ status }) => isSuccess(status)).flatMap(({ content }) => content);
  function* check(key: string, path: Json | undefined, type?: string): Building<string | undefined> {
    const at = pointerTo(pointer, key);
    if (!isPointer(path))
      return yield* refuse(
        at,
        `expected a JSON pointer, such as /meta/next_page_url, received ${JSON.stringify(path)}`,
      );
    const found = page?.schema === undefined ? [] : describedAt(table, page.schema, pointerSegments(path));
    if (found.some((schema) => type === undefined || typesOf(schema).includes(type))) return path;
    return yield* refuse(
      at,
      `expected a pointer to ${type ?? "a property"} in the successful response, received ${path}`,
    );
  }
  if (nextUrl !== undefined && parameter !== undefined)
    return yield* refuse(pointerTo(pointer, "parameter"), "expected only beside nextCursor");
  if (nextUrl === undefined && !parameters.some(({ in: place, name }) => place === "query" && name === parameter)) {
    const message = `expected the query parameter that takes the cursor, received ${JSON.stringify(parameter)}`;
    return yield* refuse(pointerTo(pointer, "parameter"), message);
  }
  const list = yield* check("items", items, "array");
  const next = yield* nextUrl === undefined ? check("nextCursor", nextCursor) : check("nextUrl", nextUrl);
  if (list === undefined || next === undefined) return undefined;
  return nextUrl === undefined
    ? { items: list, nextCursor: next, parameter: String(parameter) }
    : { items: list, nextUrl: next };
}
