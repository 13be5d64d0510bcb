/** Appends segments to a JSON Pointer in URI fragment form (RFC 6901 section 6, without percent-encoding). */
export function pointerTo(base: string, ...segments: readonly (string | number)[]): string {
  let pointer = base;
  for (const segment of segments) pointer += `/${escaped(segment)}`;
  return pointer;
}

function escaped(segment: string | number): string {
  const text = String(segment);
  return text.includes("~") || text.includes("/") ? text.replaceAll("~", "~0").replaceAll("/", "~1") : text;
}

/** The segments of a JSON Pointer, unescaped. `#/a~1b` gives `["a/b"]`. */
export function pointerSegments(pointer: string): string[] {
  return pointer
    .replace(/^#?\/?/, "")
    .split("/")
    .filter((segment, index, all) => segment !== "" || index > 0 || all.length > 1)
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The fragment of a URI, percent-decoded; a percent sign that encodes nothing is one. */
export function decoded(ref: string): string {
  try {
    return decodeURIComponent(ref);
  } catch {
    return ref;
  }
}
