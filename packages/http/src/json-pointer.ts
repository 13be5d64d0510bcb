/**
 * The value that a JSON pointer leads to; `undefined` where there is none.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6901
 */
export function valueAt(value: unknown, pointer: string): unknown {
  let found = value;
  for (const name of pointerSegments(pointer)) {
    // What an object inherits is not in the document.
    found = Object.hasOwn(Object(found), name) ? Object(found)[name] : undefined;
  }
  return found;
}

/** The names that a JSON pointer goes through. */
export function pointerSegments(pointer: string): string[] {
  const tokens = pointer.split("/").slice(1);
  return tokens.map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}
