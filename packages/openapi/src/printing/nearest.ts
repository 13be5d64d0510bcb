/** The candidate that a misspelt name most likely stands for; undefined where none resembles it. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  let found: { readonly candidate: string; readonly letters: number } | undefined;
  for (const candidate of candidates) {
    const [a, b] = [name.toLowerCase(), candidate.toLowerCase()];
    const letters = distance(a, b);
    const isSimilar = letters * 2 <= Math.max(a.length, b.length) || (a !== "" && b.startsWith(a));
    if (isSimilar && (found === undefined || letters < found.letters)) found = { candidate, letters };
  }
  return found?.candidate;
}

/** `; did you mean NAME?`, to be added to a message about a misspelt name; nothing where no candidate resembles it. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  const found = nearest(name, candidates);
  return found === undefined ? "" : `; did you mean ${found}?`;
}

/** How many letters have to be added, left out or exchanged (Levenshtein). */
export function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const exchanged = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(exchanged, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
