import type { CallLimits } from "./client-options.ts";

/** {@link CallLimits} with nothing left open, and on one level. */
export interface Settings {
  readonly timeout: number;
  readonly deadline: number;
  readonly attempts: number;
  readonly baseDelay: number;
  readonly maxDelay: number;
}

const defaults: Settings = { timeout: 10_000, deadline: 60_000, attempts: 4, baseDelay: 100, maxDelay: 20_000 };

/** No timer can be set further ahead. Beyond these 24 days, nobody waits anyway. */
const LONGEST = 2 ** 31 - 1;

/** Checks options once, at the edge. What they leave open comes from `base`. */
export function toSettings({ timeout, deadline, retry }: CallLimits, base: Settings = defaults): Settings {
  const { attempts, baseDelay, maxDelay } = retry === false ? { attempts: 1 } : { ...retry };
  const given = Object.entries({ timeout, deadline, attempts, baseDelay, maxDelay }).filter(
    ([, value]) => value !== undefined,
  );
  for (const [name, value] of given) {
    const least = name.endsWith("Delay") ? 0 : 1;
    if (typeof value !== "number" || !(value >= least))
      throw new TypeError(`${name} must be a number from ${least}, received ${value}.`);
  }
  return { ...base, ...Object.fromEntries(given.map(([name, value]) => [name, Math.min(value as number, LONGEST)])) };
}
