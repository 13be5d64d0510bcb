/**
 * True when a text has fewer than `limit` Unicode code points, which is what `minLength` counts; JavaScript's `length`
 * counts UTF-16 units, of which there are never fewer, and never more than twice as many.
 */
export function isShorter(text: string, limit: number): boolean {
  return text.length < limit || (text.length < 2 * limit && codePoints(text) < limit);
}

/** True when a text has more than `limit` Unicode code points, which is what `maxLength` counts. */
export function isLonger(text: string, limit: number): boolean {
  return !isShorter(text, limit + 1);
}

function codePoints(text: string): number {
  // Most texts have no surrogates, and a search for one is much faster than a walk, which is faster than a copy.
  if (!/[\ud800-\udbff]/.test(text)) return text.length;
  let count = 0;
  for (const _ of text) count++;
  return count;
}
