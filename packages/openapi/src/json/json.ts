/** JSON as it comes out of a document: nothing is known about it yet. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
  /** What we note ourselves, under symbols: no document can write it. A spread keeps it, JSON leaves it out. */
  readonly [mark: symbol]: Json;
}

/** An object made anew from its members, with the marks of the one that it replaces. */
export function remade(object: JsonObject, members: Iterable<readonly [string, Json]>): JsonObject {
  const marks = Object.getOwnPropertySymbols(object);
  const made: JsonObject = Object.fromEntries(members);
  if (marks.length === 0) return made;
  return { ...made, ...Object.fromEntries(marks.map((mark) => [mark, object[mark] ?? null])) };
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Goes through a value in the order of its text, however deep it is. `visit` is called for every object and list, with
 * the way to it, which is valid during the call only, and with what `below` says of it.
 *
 * @param below What to say of a member to `visit`, from what `visit` has said of the value; undefined leaves it out, with
 * all that is in it.
 */
export function walkJson<Context, Inner>(
  root: Json,
  context: Context,
  visit: (value: JsonObject | readonly Json[], path: readonly string[], context: Context) => Inner,
  below: (key: string, value: JsonObject | readonly Json[], inner: Inner) => Context | undefined,
): void {
  const path: string[] = [];
  const open: { value: JsonObject | readonly Json[]; keys: readonly string[]; next: number; inner: Inner }[] = [];
  const enter = (value: JsonObject | readonly Json[], context: Context): void => {
    const inner = visit(value, path, context);
    open.push({ value, keys: Object.keys(value), next: 0, inner });
  };
  if (typeof root === "object" && root !== null) enter(root, context);
  while (open.length > 0) {
    const around = open[open.length - 1] as (typeof open)[number]; // there is one
    const key = around.keys[around.next++];
    if (key === undefined) {
      open.pop();
      path.pop();
      continue;
    }
    const member = (around.value as JsonObject)[key]; // a list has its items by their index
    if (typeof member !== "object" || member === null) continue;
    const context = below(key, around.value, around.inner);
    if (context === undefined) continue;
    path.push(key);
    enter(member, context);
  }
}

/** A value as a message shows it: as JSON, shortened. */
export function shown(value: Json): string {
  const json = typeof value === "number" ? String(value) : JSON.stringify(value);
  return json.length > 60 ? `${json.slice(0, 59)}…` : json;
}
