import { isSuccess } from "../http/status.ts";
import { isJsonObject, type Json } from "../json/json.ts";
import { pointerSegments, pointerTo } from "../json/json-pointer.ts";
import type { Operation, Pagination } from "./model.ts";
import type { DocumentSource } from "./source.ts";

/**
 * `x-pagination: { items: /call_summaries, nextUrl: /meta/next_page_url }`, or with `nextCursor` and `parameter`.
 *
 * @throws {DocumentError} where it does not fit the operation, at its place.
 */
export function buildPagination(
  source: DocumentSource,
  { method, parameters, requestBody, responses }: Operation,
  value: Json,
  pointer: string,
): Pagination {
  const refuse = (at: string, message: string) => source.error(at, "x-pagination", message);
  if (!isJsonObject(value)) throw refuse(pointer, "expected an object with items and nextUrl, or nextCursor");
  const { items, nextUrl, nextCursor, parameter, ...others } = value;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined)
    throw refuse(pointerTo(pointer, unknown), "expected items, nextUrl, nextCursor or parameter");
  if ((nextUrl === undefined) === (nextCursor === undefined))
    throw refuse(pointer, "expected either nextUrl or nextCursor");
  if (method !== "GET" || requestBody !== undefined)
    throw refuse(pointer, `expected a GET without a body, received ${method}: nothing else is read page by page`);

  const pages = responses.filter(({ status }) => isSuccess(status)).flatMap(({ content }) => content);
  const schemaAt = pages[0] && pointerTo(pages[0].pointer, "schema");
  const check = (key: string, path: Json | undefined, type?: string): string => {
    const at = pointerTo(pointer, key);
    if (typeof path !== "string" || !/^(\/([^~/]|~[01])*)*$/.test(path))
      throw refuse(at, `expected a JSON pointer, such as /meta/next_page_url, received ${JSON.stringify(path)}`);
    const segments = pointerSegments(path);
    if (
      schemaAt === undefined ||
      !describes(source, source.at(encodeURI(schemaAt), pointer).value, schemaAt, segments, type)
    )
      throw refuse(at, `expected a pointer to ${type ?? "a property"} in the successful answer, received ${path}`);
    return path;
  };
  if (nextUrl !== undefined) {
    if (parameter !== undefined) throw refuse(pointerTo(pointer, "parameter"), "expected only beside nextCursor");
    return { items: check("items", items, "array"), nextUrl: check("nextUrl", nextUrl) };
  }
  if (!parameters.some(({ in: place, name }) => place === "query" && name === parameter)) {
    const message = `expected the query parameter that takes the cursor, received ${JSON.stringify(parameter)}`;
    throw refuse(pointerTo(pointer, "parameter"), message);
  }
  return {
    items: check("items", items, "array"),
    nextCursor: check("nextCursor", nextCursor),
    parameter: String(parameter),
  };
}

/** Whether a schema has a property at the end of the path, of this type if one is named. Composition is looked through. */
function describes(
  source: DocumentSource,
  schema: Json | undefined,
  at: string,
  path: readonly string[],
  type: string | undefined,
  depth = 0,
): boolean {
  const { value, pointer } = source.object(schema, at);
  const [name, ...rest] = path;
  const parts = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => {
    const list = value[keyword];
    return Array.isArray(list)
      ? list.map((part: Json, index) => [part, pointerTo(pointer, keyword, index)] as const)
      : [];
  });
  if (name === undefined && (type === undefined || [value.type].flat().includes(type))) return true;
  if (name !== undefined && isJsonObject(value.properties) && Object.hasOwn(value.properties, name)) {
    const to = pointerTo(pointer, "properties", name);
    if (describes(source, value.properties[name], to, rest, type, depth)) return true;
  }
  // A schema may consist of itself.
  return (
    depth < 16 && parts.some(([part, to]) => isJsonObject(part) && describes(source, part, to, path, type, depth + 1))
  );
}
