/** A stream of random integers, both limits included: the `Random` of fast-check is one. */
export interface RandomSource {
  nextInt(least: number, most: number): number;
}

/** A stream that is the same for the same seed (Mulberry32). */
export function seeded(seed: number): RandomSource {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { nextInt: (least, most) => least + Math.floor(next() * (most - least + 1)) };
}

/** Choices out of one stream of random numbers: the same stream, the same choices. */
export class Dice {
  readonly #source: RandomSource;

  constructor(source: RandomSource) {
    this.#source = source;
  }

  /** An integer from 0 up to, and without, `limit`. */
  below(limit: number): number {
    return this.#source.nextInt(0, limit - 1);
  }

  /** An integer, both limits included. */
  between(least: number, most: number): number {
    return this.#source.nextInt(least, Math.max(least, most));
  }

  /** True in one of `times` cases. */
  oneIn(times: number): boolean {
    return this.below(times) === 0;
  }

  /** @throws {RangeError} for an empty list. */
  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new RangeError("there is nothing to pick from");
    return list[this.below(list.length)] as T; // the index is within the list
  }
}
