/** Counts requests by account in windows of a fixed length, which all accounts share. */
export interface RateWindow {
  /** Counts one, and says how many there are in the window and in how many milliseconds it ends. */
  add(account: string): { readonly count: number; readonly remaining: number };
}

/** How many accounts are counted in one window. Any name of an account is let in, so the memory for them needs a bound. */
const COUNTED = 10_000;

/** @param length in milliseconds. */
export function createRateWindow(length: number, now: () => number): RateWindow {
  let current = Number.NEGATIVE_INFINITY;
  const counts = new Map<string, number>();
  return {
    add(account) {
      const time = now();
      const window = Math.floor(time / length);
      // One window at a time is all that is kept, so an account that does not come back is forgotten.
      if (window !== current) counts.clear();
      current = window;
      const count = (counts.get(account) ?? 0) + 1;
      // Behind the others, so that the account which was quiet for the longest time is forgotten first.
      counts.delete(account);
      counts.set(account, count);
      const [quiet = account] = counts.keys();
      if (counts.size > COUNTED) counts.delete(quiet);
      return { count, remaining: (window + 1) * length - time };
    },
  };
}
