import fc, { type IAsyncProperty, type Parameters } from "fast-check";

/** How many random values a property is tried with, and where they start. */
export interface RandomRuns {
  /** How many times a property is tried. */
  readonly runs: number;
  /** For the same values again. */
  readonly seed?: number;
  /** The way to one failure among those of a seed. */
  readonly path?: string;
  /**
   * Whether to look for the simplest failure.
   *
   * @default true
   */
  readonly shrink?: boolean;
}

/** What the environment asks for. `CONTRACT_SEED` takes what a failure prints: a seed, or a seed and a path. */
export function randomRunsIn(environment: Readonly<Record<string, string | undefined>>): RandomRuns {
  const { CONTRACT_RUNS: runs = "200", CONTRACT_SEED: printed } = environment;
  if (!/^[1-9]\d*$/.test(runs)) throw new Error(`CONTRACT_RUNS must be a positive number, received "${runs}".`);
  if (printed === undefined) return { runs: Number(runs) };
  const [, seed, path] = /^(-?\d+)(?:\/([\d:]+))?$/.exec(printed) ?? [];
  if (seed === undefined) {
    throw new Error(`CONTRACT_SEED must be what a failure printed, such as 42 or 42/7:1, received "${printed}".`);
  }
  return { runs: Number(runs), seed: Number(seed), ...(path !== undefined && { path }) };
}

/**
 * Tries a property. Throws with the simplest counterexample, and with what brings it back.
 *
 * @param examples values that are tried in any case.
 */
export async function holds<Values>(
  property: IAsyncProperty<Values>,
  { runs, seed, path, shrink = true }: RandomRuns,
  examples: Values[] = [],
): Promise<void> {
  const start: Parameters<Values> = { ...(seed !== undefined && { seed }), ...(path !== undefined && { path }) };
  const details = await fc.check(property, {
    ...start,
    numRuns: runs + examples.length,
    examples,
    endOnFailure: !shrink,
  });
  if (!details.failed) return;
  const counterexample = fc.stringify(Object(details.counterexample)[0]);
  // The way to a sequence of commands is more than a path, so it is looked for again.
  const way = counterexample.includes("replayPath") ? "" : `/${details.counterexamplePath}`;
  const again = `CONTRACT_SEED=${details.seed}${way} CONTRACT_RUNS=${runs}`;
  const reason = details.errorInstance instanceof Error ? details.errorInstance.message : details.errorInstance;
  throw new Error(
    `Fails for ${counterexample} after ${details.numRuns} tries and ${details.numShrinks} simplifications: ${reason}\nTry it again with ${again}`,
    { cause: details.errorInstance },
  );
}
