import { distance, type Json } from "@earmark/openapi";

/** Something with a name that only one document has. */
export interface Named<T> {
  readonly name: string;
  /** What the document says about it in words. */
  readonly description?: Json | undefined;
  readonly item: T;
}

/** Of more pairs than that, which people do not make at once, none is a rename: each is held against each. */
const MOST_PAIRS = 100_000;

/**
 * Pairs what went with what came where that is evidently the same under a new name: it says the same, the names resemble
 * each other or the descriptions are alike, and there is no second candidate. What is no rename is found as removed and added, which weighs the same.
 */
export function pairRenamed<T>(
  removed: readonly Named<T>[],
  added: readonly Named<T>[],
  isSame: (before: T, after: T) => boolean,
): ReadonlyMap<string, Named<T>> {
  if (removed.length * added.length > MOST_PAIRS) return new Map();
  const wanted = new Map<string, number>();
  const candidates = removed.map((gone) => ({
    name: gone.name,
    found: added.filter(
      (other) => (isSimilar(gone.name, other.name) || areDescribedAlike(gone, other)) && isSame(gone.item, other.item),
    ),
  }));
  for (const { found } of candidates) for (const { name } of found) wanted.set(name, (wanted.get(name) ?? 0) + 1);
  return new Map(
    candidates.flatMap(({ name, found }): [string, Named<T>][] => {
      const [only, ...others] = found;
      return only === undefined || others.length > 0 || wanted.get(only.name) !== 1 ? [] : [[name, only]];
    }),
  );
}

function areDescribedAlike({ description }: Named<unknown>, other: Named<unknown>): boolean {
  return typeof description === "string" && description.trim() !== "" && description === other.description;
}

/** Whether two names have a word in common, or differ in few letters. */
function isSimilar(one: string, other: string): boolean {
  const [words, others] = [wordsOf(one), new Set(wordsOf(other))];
  if (words.some((word) => word.length > 2 && others.has(word))) return true;
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return distance(a, b) * 3 <= Math.max(a.length, b.length);
}

/** `callScores` and `call_scores` are both `call` and `scores`. */
function wordsOf(name: string): string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/);
}
