import {
  type Document,
  DocumentSource,
  isJsonObject,
  isMethod,
  type Json,
  type JsonObject,
  type Located,
  pointerTo,
} from "@earmark/openapi";
import { documentOrigin, editedDocument, type Origin, Origins } from "./overlay/origins.ts";

/**
 * The document with the servers of each operation written at the operation: whether they stand there, at the path or at
 * the root of the document is a matter of style.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#server-object
 */
export function withEffectiveServers(document: Document): Document {
  const source = new DocumentSource(document);
  const origins = new Origins();
  const { servers, paths, ...rest } = document.root;
  const { placeOf } = documentOrigin(document);
  const at = (pointer: string): Origin => ({ pointer, placeOf });
  const outer: Servers = { list: listOf(servers) ?? [{ url: "/" }], origin: at("#/servers") };
  const items = source.members(paths, "#/paths").map(({ name, value, pointer }) => {
    if (name.startsWith("x-") || !isJsonObject(value)) return { name, value, origin: at(pointer) };
    const item = source.object(value, pointer);
    return { name, value: itemWithServers(item, outer, origins, at), origin: at(item.pointer) };
  });
  const made = Object.fromEntries(items.map(({ name, value }) => [name, value]));
  const moves = items.map(({ name, origin }) => [name, origin] as const);
  const root = { ...rest, ...(paths === undefined ? {} : { paths: origins.record(made, undefined, moves) }) };
  return editedDocument(document, root, origins, "effective servers");
}

interface Servers {
  readonly list: Json;
  readonly origin: Origin;
}

function itemWithServers(
  { value: item, pointer }: Located,
  outer: Servers,
  origins: Origins,
  at: (pointer: string) => Origin,
): JsonObject {
  const { servers, ...rest } = item;
  const list = listOf(servers);
  const around = list === undefined ? outer : { list, origin: at(pointerTo(pointer, "servers")) };
  const members = Object.entries(rest).map(([key, value]): [string, Json] => {
    if (!isMethod(key) || !isJsonObject(value) || listOf(value.servers) !== undefined) return [key, value];
    const operation: JsonObject = { ...value, servers: around.list };
    return [key, origins.record(operation, value, [["servers", around.origin]])];
  });
  return Object.fromEntries(members);
}

/** An empty list says nothing. */
function listOf(servers: Json | undefined): Json | undefined {
  return Array.isArray(servers) && servers.length > 0 ? servers : undefined;
}
