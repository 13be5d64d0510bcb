import type { ViewedSchema, Views } from "@earmark/openapi";

/** What two schemas must have in common to be taken for one, with the names of those that they refer to. */
export type Signature = (entry: ViewedSchema, nameOf: (component: string) => string) => string;

/**
 * By the name of a schema to the letter: the schema of the client's view that stands for it, if there is one. Two schemas
 * are the same where their signatures are, and so are all that they refer to.
 */
export function sameInBothViews(views: Views, client: Signature, strict: Signature): ReadonlyMap<string, ViewedSchema> {
  const alike = alikeInBothViews(views, client, strict);
  for (let before = -1; before !== alike.size; ) {
    before = alike.size;
    for (const [name, { refs }] of alike) if (refs.some((ref) => !alike.has(ref))) alike.delete(name);
  }
  return new Map([...alike.values()].map(({ letter, entry }) => [letter, entry]));
}

/** A schema of the client's view with the signature of one to the letter, and the names that it refers to. */
interface Alike {
  readonly letter: string;
  readonly entry: ViewedSchema;
  readonly refs: readonly string[];
}

function alikeInBothViews(views: Views, client: Signature, strict: Signature): Map<string, Alike> {
  const viewed = new Map(views.client.map((entry) => [entry.name, entry]));
  const letters = new Map<string, string>();
  for (const { name } of views.strict) letters.set(views.requestName(name), name).set(name, name);
  const alike = new Map<string, Alike>();
  for (const letter of views.strict) {
    const wanted = strict(letter, (name) => name);
    for (const name of new Set([views.requestName(letter.name), letter.name])) {
      const entry = viewed.get(name);
      const refs: string[] = [];
      const nameOf = (ref: string): string => {
        refs.push(ref);
        return letters.get(ref) ?? ref;
      };
      if (entry !== undefined && client(entry, nameOf) === wanted)
        alike.set(name, { letter: letter.name, entry, refs });
    }
  }
  return alike;
}
