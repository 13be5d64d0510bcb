import {
  DocumentSource,
  isJsonObject,
  type Json,
  type JsonObject,
  type Model,
  type Node,
  pointerTo,
} from "@earmark/openapi";

/** One of the two documents. */
export interface Side {
  readonly name: "before" | "after";
  readonly model: Model;
  readonly source: DocumentSource;
  /** Names in `components.schemas`. */
  readonly schemaNames: ReadonlySet<string>;
}

/** Both, and how they are compared. */
export interface Sides extends Required<DiffOptions> {
  readonly before: Side;
  readonly after: Side;
}

export interface DiffOptions {
  /**
   * Whether the servers of the document, of paths and of operations are compared each `as written`, or those that each
   * operation has in the end, wherever they are written (`effective`).
   *
   * @default "as written"
   */
  readonly servers?: "as written" | "effective";
}

/** A value of one of the documents, as its author wrote it, and where it stands. */
export interface Place<T extends Json = Json> {
  readonly side: Side;
  readonly pointer: string;
  readonly value: T;
}

export function sideOf(name: Side["name"], model: Model): Side {
  const { components } = model.document.root;
  const schemas = isJsonObject(components) && isJsonObject(components.schemas) ? components.schemas : {};
  return { name, model, source: new DocumentSource(model.document), schemaNames: new Set(Object.keys(schemas)) };
}

export function rootOf(side: Side): Place<JsonObject> {
  return { side, pointer: "#", value: side.model.document.root };
}

/** Where a part of a model stands. */
export function placeOf(side: Side, { pointer, source }: Node): Place<JsonObject> {
  return { side, pointer, value: source };
}

/** The same document, somewhere else. */
export function placeAt<T extends Json>(place: Place, pointer: string, value: T): Place<T> {
  return { side: place.side, pointer, value };
}

/** What stands under a key. */
export function child(place: Place<JsonObject>, key: string): Place | undefined {
  const value = place.value[key];
  return value === undefined ? undefined : placeAt(place, pointerTo(place.pointer, key), value);
}

/** The members of the object under a key; none where there is no object. */
export function membersAt(place: Place<JsonObject>, key: string): Map<string, Place> {
  const owner = child(place, key);
  const members = isJsonObject(owner?.value) ? Object.entries(owner.value) : [];
  return new Map(members.map(([name, value]) => [name, placeAt(place, pointerTo(place.pointer, key, name), value)]));
}
