import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import { type Edition, type Field, fieldOf, type ObjectName } from "./objects.ts";

/** A field as it stands in a document, or a member that it holds under a free name. */
export interface Occurrence {
  readonly pointer: string;
  /** The object that has the field; `Reference` for one that refers to another. */
  readonly object: ObjectName;
  /** The object that belongs there. */
  readonly expected: ObjectName;
  /** What has the field; of a member, the map that it is in. */
  readonly owner: JsonObject;
  readonly name: string;
  readonly value: Json;
  /** What the table says of it; undefined for an extension, and for what no object of this kind has. */
  readonly field: Field | undefined;
  /** Whether the field is a map, and this one of its members. */
  readonly isMember: boolean;
  /** Whether it is in a Header Object. */
  readonly isInHeader: boolean;
}

/** Whether the specification leaves a field to tools. */
export function isExtension(name: string): boolean {
  return name.startsWith("x-");
}

/** An object of a document, at its place. */
interface Held {
  readonly value: Json;
  readonly object: ObjectName;
  readonly pointer: string;
  readonly isInHeader: boolean;
}

/**
 * Every field of a document, and every member under a free name, by the table of objects: each object's own fields
 * before those of what they hold. What is referred to is met where it stands.
 *
 * @param start Which part of a document it is, and where that stands.
 * @default start the whole document
 */
export function visitFields(
  value: Json,
  edition: Edition,
  visit: (occurrence: Occurrence) => void,
  start: Pick<Held, "object" | "pointer"> = { object: "OpenAPI", pointer: "#" },
): void {
  const open: Held[] = [{ ...start, value, isInHeader: false }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, pointer } = next;
    if (!isJsonObject(value)) continue;
    const object = isReference(value, next.object) ? "Reference" : next.object;
    const isInHeader = next.isInHeader || object === "Header";
    const held: Held[] = [];
    for (const name of Object.keys(value)) {
      const field = isExtension(name) ? undefined : fieldOf(object, name, edition);
      const found = {
        pointer: pointerTo(pointer, name),
        object,
        expected: next.object,
        name,
        value: value[name] ?? null,
        field,
        isInHeader,
      };
      visit({ ...found, owner: value, isMember: false });
      held.push(...heldBy(field, found.value, found.pointer, isInHeader));
      const { value: map } = found;
      if (field?.holds?.as !== "map" || !isJsonObject(map)) continue;
      for (const [key, member] of Object.entries(map))
        visit({
          ...found,
          pointer: pointerTo(found.pointer, key),
          owner: map,
          name: key,
          value: member,
          isMember: true,
        });
    }
    open.push(...held.reverse());
  }
}

/** A schema and a path item have `$ref` as a field of their own; any other object is replaced by what it refers to. */
export function isReference(value: JsonObject, object: ObjectName): boolean {
  return typeof value.$ref === "string" && object !== "Schema" && object !== "Path Item";
}

function heldBy(field: Field | undefined, value: Json, pointer: string, isInHeader: boolean): readonly Held[] {
  if (field?.holds === undefined) return [];
  const { object, as } = field.holds;
  if (as === "one") return [{ value, object, pointer, isInHeader }];
  if (Array.isArray(value) !== (as === "list") || typeof value !== "object" || value === null) return [];
  // A list has its items by their index.
  return Object.entries<Json>(value).map(([key, member]) => ({
    value: member,
    object,
    pointer: pointerTo(pointer, key),
    isInHeader,
  }));
}
