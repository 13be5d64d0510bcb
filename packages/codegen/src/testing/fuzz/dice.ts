import type { Random } from "fast-check";

/** Choices out of one stream of random numbers: the same seed, the same choices. */
export class Dice {
  readonly random: Random;

  constructor(random: Random) {
    this.random = random;
  }

  /** An integer from 0 up to, and without, `limit`. */
  below(limit: number): number {
    return this.random.nextInt(0, limit - 1);
  }

  between(least: number, most: number): number {
    return this.random.nextInt(least, Math.max(least, most));
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
