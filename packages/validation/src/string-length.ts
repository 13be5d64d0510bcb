/**
 * True when a string has fewer than `limit` Unicode code points, which is what `minLength` counts; JavaScript's `length`
 * counts UTF-16 units, of which there are never fewer, and never more than twice as many.
 */
export function isShorter(text: string, limit: number): boolean {
  return text.length < limit || (text.length < 2 * limit && codePoints(text) < limit);
}

/** True when a string has more than `limit` Unicode code points, which is what `maxLength` counts. */
export function isLonger(text: string, limit: number): boolean {
  return text.length > limit && (text.length > 2 * limit || codePoints(text) > limit);
}

function codePoints(text: string): number {
  // Most texts have no surrogates, and a search for one is much faster than a walk.
  return /[\ud800-\udbff]/.test(text) ? countCodePoints(text) : text.length;
}

/** A function of its own, so that the engine inlines what is called for every string. A walk is faster than a copy. */
function countCodePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
