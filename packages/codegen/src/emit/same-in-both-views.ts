import { componentName, isJsonObject, type ViewedSchema, type Views } from "@earmark/openapi";

/**
 * What two schemas must have in common to be taken for one, with the names of those that they refer to. Equal schemas
 * without a direction have equal signatures, so that these are not asked for theirs.
 */
export type Signature = (entry: ViewedSchema, nameOf: (component: string) => string) => string;

/**
 * By the name of a schema to the letter: the schema of the client's view that stands for it, if there is one. Two schemas
 * are the same where their signatures are, and so are all that they refer to.
 *
 * @param isDirected whether equal schemas may have another signature in one direction.
 */
export function sameInBothViews(
  views: Views,
  client: Signature,
  strict: Signature,
  isDirected: (entry: ViewedSchema) => boolean = () => false,
): ReadonlyMap<string, ViewedSchema> {
  const alike = alikeInBothViews(views, client, strict, isDirected);
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

function alikeInBothViews(
  views: Views,
  client: Signature,
  strict: Signature,
  isDirected: (entry: ViewedSchema) => boolean,
): Map<string, Alike> {
  const viewed = new Map(views.client.map((entry) => [entry.name, entry]));
  const letters = new Map<string, string>();
  for (const { name } of views.strict) letters.set(views.requestName(name), name).set(name, name);
  const alike = new Map<string, Alike>();
  for (const letter of views.strict) {
    let wanted: string | undefined;
    for (const name of new Set([views.requestName(letter.name), letter.name])) {
      const entry = viewed.get(name);
      if (entry === undefined) continue;
      let refs: string[] = [];
      const nameOf = (ref: string): string => {
        refs.push(ref);
        return letters.get(ref) ?? ref;
      };
      if (!isEqual(entry.schema, letter.schema, nameOf) || isDirected(entry)) {
        refs = [];
        wanted ??= strict(letter, (ref) => ref);
        if (client(entry, nameOf) !== wanted) continue;
      }
      alike.set(name, { letter: letter.name, entry, refs });
    }
  }
  return alike;
}

/** Whether a schema of one view is that of the other, apart from the names of those that it refers to. */
function isEqual(one: unknown, other: unknown, nameOf: (component: string) => string): boolean {
  if (typeof one === "string") {
    const name = componentName(one);
    return name === undefined || typeof other !== "string" ? one === other : nameOf(name) === componentName(other);
  }
  if (Array.isArray(one)) {
    if (!Array.isArray(other) || one.length !== other.length) return false;
    return one.every((item, index) => isEqual(item, other[index], nameOf));
  }
  if (!isJsonObject(one) || !isJsonObject(other)) return one === other;
  // Marks of a view are symbols.
  const keys = Reflect.ownKeys(one) as (keyof typeof one)[]; // strings, and the symbols of marks
  if (keys.length !== Reflect.ownKeys(other).length) return false;
  return keys.every((key) => Object.hasOwn(other, key) && isEqual(one[key], other[key], nameOf));
}
