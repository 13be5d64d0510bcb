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

/** Checks options once, at the edge. What they leave open comes from `base`. */
export function toSettings({ timeout, deadline, retry }: CallLimits, base: Settings = defaults): Settings {
  const given: Record<string, number | undefined> = {
    timeout,
    deadline,
    ...(retry === false ? { attempts: 1 } : retry),
  };
  const settings: Record<string, number | undefined> = { ...base };
  for (const name in settings) {
    // Timers count to 2^31 - 1. Beyond these 23 days, nobody waits anyway.
    const value = Math.min(given[name] ?? (settings[name] as number), 2e9);
    if (!(value >= 0)) throw new TypeError(`${name} must be at least 0, received ${given[name]}.`);
    settings[name] = value;
  }
  // Every key of the defaults is there.
  return settings as unknown as Settings;
}
