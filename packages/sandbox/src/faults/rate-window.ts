/** Counts requests by account in windows of a fixed length, which all accounts share. */
export interface RateWindow {
  /** Counts one, and says how many there are in the window and in how many milliseconds it ends. */
  add(account: string): { readonly count: number; readonly remaining: number };
}

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
      counts.set(account, count);
      return { count, remaining: (window + 1) * length - time };
    },
  };
}
