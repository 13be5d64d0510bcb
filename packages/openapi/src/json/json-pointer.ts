import { isJsonObject, type Json } from "./json.ts";

/** Appends segments to a JSON Pointer in URI fragment form (RFC 6901 section 6, without percent-encoding). */
export function pointerTo(base: string, ...segments: readonly (string | number)[]): string {
  let pointer = base;
  for (const segment of segments) pointer += `/${escapedSegment(String(segment))}`;
  return pointer;
}

/** Whether a value is a JSON Pointer in string form, such as `/a~1b` (RFC 6901 section 3); `""` is that of the whole. */
export function isPointer(value: unknown): value is string {
  return typeof value === "string" && /^(\/([^~/]|~[01])*)*$/.test(value);
}

/** The segments of a JSON Pointer, unescaped. `#/a~1b` gives `["a/b"]`. */
export function pointerSegments(pointer: string): string[] {
  return pointer
    .replace(/^#?\/?/, "")
    .split("/")
    .filter((segment, index, all) => segment !== "" || index > 0 || all.length > 1)
    .map(unescapedSegment);
}

/** A name as it stands in a JSON Pointer (RFC 6901 section 3). */
export function escapedSegment(name: string): string {
  return name.includes("~") || name.includes("/") ? name.replaceAll("~", "~0").replaceAll("/", "~1") : name;
}

export function unescapedSegment(segment: string): string {
  return segment.includes("~") ? segment.replaceAll("~1", "/").replaceAll("~0", "~") : segment;
}

/** Whether a JSON Pointer leads to the same place as another, or to one below it. */
export function isAtOrBelow(pointer: string, other: string): boolean {
  return pointer.startsWith(other) && (pointer.length === other.length || pointer[other.length] === "/");
}

/** The pointer of what a place is directly in. */
export function parentOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf("/"));
}

/** The pointers of everything that a place is in, and its own; without that of the document. */
export function placesAround(pointer: string): readonly string[] {
  let place = "#";
  return pointerSegments(pointer).map((segment) => {
    place = pointerTo(place, segment);
    return place;
  });
}

/** What the segments of a JSON Pointer lead to; undefined where nothing is there. */
export function valueAt(root: Json | undefined, segments: readonly string[]): Json | undefined {
  let value = root;
  for (const segment of segments) {
    if (Array.isArray(value))
      value = value[Number(segment)] as Json | undefined; // of a list of JSON
    else value = isJsonObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
  }
  return value;
}

/** The fragment of a URI, percent-decoded; a percent sign that encodes nothing is one. */
export function decoded(ref: string): string {
  if (!ref.includes("%")) return ref;
  try {
    return decodeURIComponent(ref);
  } catch {
    return ref;
  }
}
