import { isSuccess } from "../http/status.ts";
import { isJsonObject, type Json } from "../json/json.ts";
import { pointerSegments, pointerTo } from "../json/json-pointer.ts";
import { componentName, componentRef, type Schema, typesOf } from "../schema/schema.ts";
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
  value: Json,
  pointer: string,
): Building<Pagination | undefined> {
  function* refuse(at: string, message: string): Building<undefined> {
    yield reader.error("x-pagination", at, message);
    return undefined;
  }
  if (!isJsonObject(value)) return yield* refuse(pointer, "expected an object with items and nextUrl, or nextCursor");
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
    if (typeof path !== "string" || !/^(\/([^~/]|~[01])*)*$/.test(path))
      return yield* refuse(
        at,
        `expected a JSON pointer, such as /meta/next_page_url, received ${JSON.stringify(path)}`,
      );
    if (page?.schema !== undefined && describes(table, page.schema, pointerSegments(path), type)) return path;
    return yield* refuse(
      at,
      `expected a pointer to ${type ?? "a property"} in the successful answer, received ${path}`,
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

/** Whether a schema has a property at the end of the path, of this type if one is named. Composition is looked through. */
function describes(table: SchemaTable, name: string, path: readonly string[], type: string | undefined): boolean {
  // A schema may consist of itself, so none is looked at twice for the same part of the path.
  const seen = new Map<Schema, Set<number>>();
  const open: { readonly schema: Schema; readonly depth: number }[] = [];
  const look = (schema: Json | undefined, depth: number): void => {
    if (!isJsonObject(schema) || seen.get(schema)?.has(depth)) return;
    seen.set(schema, (seen.get(schema) ?? new Set()).add(depth));
    open.push({ schema, depth });
  };
  look({ $ref: componentRef(name) }, 0);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { schema, depth } = next;
    if (!isJsonObject(schema)) continue;
    const property = path[depth];
    if (property === undefined && (type === undefined || typesOf(schema).includes(type))) return true;
    const { $ref: ref, properties } = schema;
    if (property !== undefined && isJsonObject(properties) && Object.hasOwn(properties, property))
      look(properties[property], depth + 1);
    if (typeof ref === "string") look(table.schemaOf(componentName(ref) ?? ""), depth);
    for (const list of [schema.allOf, schema.anyOf, schema.oneOf])
      if (Array.isArray(list)) for (const part of list) look(part, depth);
  }
  return false;
}
