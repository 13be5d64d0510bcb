/**
 * A pseudorandom number from 0, below 1, always the same for the same arguments. It is computed instead of being the
 * next one of a sequence, so that the numbers of one fault do not depend on how many requests another fault has seen.
 */
export function draw(seed: number, stream: string, count: number): number {
  let hash = Math.imul(seed ^ 0x811c9dc5, 0x9e3779b1);
  for (let index = 0; index < stream.length; index++) hash = Math.imul(hash ^ stream.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ count, 0x9e3779b1);
  // The finalizer of MurmurHash3: every bit of the input changes every bit of the result.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
