import type { ViewedSchema, Views } from "@earmark/openapi";

/** What two schemas must have in common to be taken for one, with the names of those that they refer to. */
export type Signature = (entry: ViewedSchema, nameOf: (component: string) => string) => string;

/**
 * By the name of a schema to the letter: the schema of the client's view that stands for it, if there is one. Two schemas
 * are the same where their signatures are, and so are all that they refer to.
 */
export function sameInBothViews(views: Views, client: Signature, strict: Signature): ReadonlyMap<string, ViewedSchema> {
  const viewed = new Map(views.client.map((entry) => [entry.name, entry]));
  const letters = new Map<string, string>();
  for (const { name } of views.strict) letters.set(views.requestName(name), name).set(name, name);
  const candidates = new Map<string, { readonly letter: string; readonly refs: ReadonlySet<string> }>();
  for (const entry of views.strict) {
    const wanted = strict(entry, (name) => name);
    for (const name of new Set([views.requestName(entry.name), entry.name])) {
      const other = viewed.get(name);
      const refs = new Set<string>();
      const found =
        other &&
        client(other, (ref) => {
          refs.add(ref);
          return letters.get(ref) ?? ref;
        });
      if (found === wanted) candidates.set(name, { letter: entry.name, refs });
    }
  }
  for (let before = -1; before !== candidates.size; ) {
    before = candidates.size;
    for (const [name, { refs }] of candidates)
      for (const ref of refs) if (!candidates.has(ref)) candidates.delete(name);
  }
  const same = new Map<string, ViewedSchema>();
  for (const [name, { letter }] of candidates) {
    const entry = viewed.get(name);
    if (entry !== undefined) same.set(letter, entry);
  }
  return same;
}
