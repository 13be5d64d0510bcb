import type { CallLimits } from "../client-options.ts";

/** {@link CallLimits} with nothing left open, and on one level. */
export interface Settings {
  readonly timeout: number;
  readonly deadline: number;
  readonly attempts: number;
  readonly baseDelay: number;
  readonly maxDelay: number;
  readonly maxResponseBytes: number;
}

const defaults: Settings = {
  timeout: 10_000,
  deadline: 60_000,
  attempts: 4,
  baseDelay: 100,
  maxDelay: 20_000,
  maxResponseBytes: 2 ** 26,
};

/** Checks options once, at the edge. What they leave open comes from `base`. */
export function toSettings(limits: CallLimits, base: Settings = defaults): Settings {
  const { retry } = limits;
  const given: Record<string, unknown> = { ...limits, ...(retry === false ? { attempts: 1 } : retry) };
  const settings: Record<string, unknown> = { ...base };
  for (const name in settings) {
    const value = given[name] ?? settings[name];
    const isNumber = typeof value === "number";
    const least = name === "maxResponseBytes" ? 1 : 0;
    if (!isNumber || !(value >= least)) {
      throw new TypeError(`${name} must be ${isNumber ? `at least ${least}` : "a number"}, received ${value}.`);
    }
    settings[name] = value;
  }
  // Every key of the defaults is there.
  return settings as unknown as Settings;
}
