import { type Document, DocumentSource, isJsonObject, type Json, type JsonObject, pointerTo } from "@earmark/openapi";

/** One of the two documents. */
export interface Side {
  readonly name: "before" | "after";
  readonly document: Document;
  readonly source: DocumentSource;
  /** Names in `components.schemas`. */
  readonly schemaNames: ReadonlySet<string>;
}

/** A value of one of the documents, and where it stands. */
export interface Place<T extends Json = Json> {
  readonly side: Side;
  readonly pointer: string;
  readonly value: T;
}

export function sideOf(name: Side["name"], document: Document): Side {
  const { components } = document.root;
  const schemas = isJsonObject(components) && isJsonObject(components.schemas) ? components.schemas : {};
  return { name, document, source: new DocumentSource(document), schemaNames: new Set(Object.keys(schemas)) };
}

export function rootOf(side: Side): Place<JsonObject> {
  return { side, pointer: "#", value: side.document.root };
}

/** The same document, somewhere else. */
export function placeAt<T extends Json>(place: Place, pointer: string, value: T): Place<T> {
  return { side: place.side, pointer, value };
}

/** What stands under a key, as it is written. */
export function child(place: Place<JsonObject>, key: string): Place | undefined {
  const value = place.value[key];
  return value === undefined ? undefined : placeAt(place, pointerTo(place.pointer, key), value);
}

/** An object with references followed; undefined where there is none. */
export function resolve(place: Place | undefined): Place<JsonObject> | undefined {
  if (place === undefined || !isJsonObject(place.value)) return undefined;
  const { side } = place;
  const { value, pointer } = side.source.object(place.value, place.pointer);
  return placeAt(place, pointer, value);
}

/** An object under a key, with references followed. */
export function objectAt(place: Place<JsonObject>, key: string): Place<JsonObject> | undefined {
  return resolve(child(place, key));
}

/** The members of an object, as they are written. */
export function membersOf(place: Place<JsonObject>): Map<string, Place> {
  const members = Object.entries(place.value);
  return new Map(members.map(([name, value]) => [name, placeAt(place, pointerTo(place.pointer, name), value)]));
}

/** The members of the object under a key, as they are written; none where there is no object. */
export function membersAt(place: Place<JsonObject> | undefined, key: string): Map<string, Place> {
  const owner = place === undefined ? undefined : child(place, key);
  return owner === undefined || !isJsonObject(owner.value) ? new Map() : membersOf({ ...owner, value: owner.value });
}

/** The entries of the list under a key. */
export function itemsAt(place: Place<JsonObject>, key: string): Place[] {
  const { value, pointer } = child(place, key) ?? {};
  if (!Array.isArray(value) || pointer === undefined) return [];
  return value.map((item: Json, index) => placeAt(place, pointerTo(pointer, index), item));
}
