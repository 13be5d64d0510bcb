/** One thing to measure; a number from it is one sample. */
export interface Candidate {
  readonly name: string;
  sample(): number | Promise<number>;
}

/**
 * Samples of every candidate, one from each round. Within a round all are measured in random order, so that other load
 * of the machine affects all of them, and figures of one round can be divided by each other.
 */
export async function interleave(
  candidates: readonly Candidate[],
  rounds: number,
  random: () => number,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const samples = new Map<string, number[]>(candidates.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const candidate of shuffled(candidates, random)) {
      samples.get(candidate.name)?.push(await candidate.sample());
    }
  }
  return samples;
}

/** The same items in random order. `random` is like `Math.random`. */
function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
