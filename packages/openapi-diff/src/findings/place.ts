import {
  code,
  componentRef,
  isJsonObject,
  isMethod,
  type Json,
  type JsonObject,
  type Model,
  type NamedSchema,
  type Node,
  pointerSegments,
  pointerTo,
  type Schema,
} from "@earmark/openapi";

/** One of the two models. */
export interface Side {
  readonly name: "before" | "after";
  readonly model: Model;
  /** Every schema that others refer to, by the `$ref`. */
  readonly schemas: ReadonlyMap<string, Place<Schema>>;
  /** Names in `components.schemas`. */
  readonly schemaNames: ReadonlySet<string>;
  /** Whether `null` matches a schema, as far as that is known. */
  readonly nullable: WeakMap<JsonObject, boolean>;
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

/** A value of one of the documents, and where its author wrote it. */
export interface Place<T extends Json = Json> {
  readonly side: Side;
  readonly pointer: string;
  readonly value: T;
}

export function sideOf(name: Side["name"], model: Model): Side {
  const schemas = new Map<string, Place<Schema>>();
  // In the order of the document: of several names that a schema may have gone to, the first counts.
  const { components } = model.document.root;
  const schemaNames =
    isJsonObject(components) && isJsonObject(components.schemas) ? Object.keys(components.schemas) : [];
  const side = { name, model, schemas, schemaNames: new Set(schemaNames), nullable: new WeakMap() };
  const add = ({ name, schema, pointer }: NamedSchema): unknown =>
    schemas.set(componentRef(name), { side, pointer, value: schema });
  for (const schema of model.schemas) add(schema);
  return side;
}

export function rootOf(side: Side): Place<JsonObject> {
  return { side, pointer: "#", value: side.model.document.root };
}

/** Where a part of a model stands. */
export function placeOf(side: Side, { pointer, source }: Node): Place<JsonObject> {
  return { side, pointer, value: source };
}

/** A schema where it is used: that itself, or a reference to a component. */
export function usedSchema(side: Side, name: string, pointer: string): Place<Schema> {
  const ref = componentRef(name);
  const named = side.schemas.get(ref);
  return named?.pointer === pointer ? named : { side, pointer, value: { $ref: ref } };
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

/** What the author of the document wrote at a place; undefined where that is nothing. */
export function sourceAt({ side, pointer }: Place): Json | undefined {
  let value: Json | undefined = side.model.document.root;
  // Lists have their entries under the index, as objects have them under the name.
  for (const segment of pointerSegments(pointer))
    value = typeof value === "object" && value !== null ? (value as JsonObject)[segment] : undefined;
  return value;
}

/** The same string for the same value, in any order of keys. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(",")}}`;
}

/** What a component is called in a message; undefined for what stands elsewhere. */
export function componentLabel({ pointer }: Pick<Place, "pointer">): string | undefined {
  const [components, kind = "", name] = pointerSegments(pointer);
  if (components !== "components" || name === undefined) return undefined;
  return `${NOUNS[kind] ?? kind} ${code(name)}`;
}

const NOUNS: Readonly<Record<string, string>> = {
  schemas: "schema",
  callbacks: "callback",
  examples: "example",
  headers: "header",
  links: "link",
  parameters: "parameter",
  pathItems: "path item",
  requestBodies: "request body",
  responses: "response",
  securitySchemes: "security scheme",
};

/** The component, operation or part of the document that a place belongs to: `schema Annotation`, `GET /calls`. */
export function groupOf(pointer: string): string {
  const [part = "", first = "", second = ""] = pointerSegments(pointer);
  if (part === "components") {
    return first === "schemas" ? `schema ${second}` : `${NOUNS[first] ?? first} ${second}`.trim();
  }
  if (part === "paths" || part === "webhooks") {
    const place = part === "webhooks" ? `webhook ${first}` : first;
    return isMethod(second) ? `${second.toUpperCase()} ${place}` : place;
  }
  return part === "" ? "document" : part;
}
