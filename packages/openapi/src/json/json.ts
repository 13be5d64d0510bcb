/** JSON as it comes out of a document: nothing is known about it yet. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Goes through a value in the order of its text, however deep it is. `visit` is called for every object and list, with
 * the way to it, which is valid during the call only, and with what `below` says of it.
 *
 * @param below What to say of a member to `visit`; undefined leaves it out, with all that is in it.
 */
export function walkJson<Context>(
  root: Json,
  context: Context,
  visit: (value: JsonObject | readonly Json[], path: readonly string[], context: Context) => void,
  below: (key: string, value: JsonObject | readonly Json[], context: Context) => Context | undefined,
): void {
  const path: string[] = [];
  const open: { value: JsonObject | readonly Json[]; keys: readonly string[]; next: number; context: Context }[] = [];
  const enter = (value: JsonObject | readonly Json[], context: Context): void => {
    visit(value, path, context);
    open.push({ value, keys: Object.keys(value), next: 0, context });
  };
  if (typeof root === "object" && root !== null) enter(root, context);
  for (let inner = open.at(-1); inner !== undefined; inner = open.at(-1)) {
    const key = inner.keys[inner.next++];
    if (key === undefined) {
      open.pop();
      path.pop();
      continue;
    }
    const member = (inner.value as JsonObject)[key]; // a list has its items by their index
    if (typeof member !== "object" || member === null) continue;
    const said = below(key, inner.value, inner.context);
    if (said === undefined) continue;
    path.push(key);
    enter(member, said);
  }
}

/** A value as a message shows it: as JSON, shortened. */
export function shown(value: Json): string {
  const json = typeof value === "number" ? String(value) : JSON.stringify(value);
  return json.length > 60 ? `${json.slice(0, 59)}…` : json;
}
