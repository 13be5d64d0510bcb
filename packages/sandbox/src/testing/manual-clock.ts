import type { SandboxOptions } from "../index.ts";

/** A clock that advances by what is slept, and by `advance`. */
export interface ManualClock extends Required<Pick<SandboxOptions, "now" | "sleep">> {
  /** What was slept, in milliseconds. */
  readonly slept: number[];
  advance(milliseconds: number): void;
}

export function manualClock(): ManualClock {
  let time = 0;
  const slept: number[] = [];
  return {
    slept,
    now: () => time,
    advance(milliseconds) {
      time += milliseconds;
    },
    async sleep(milliseconds) {
      slept.push(milliseconds);
      time += milliseconds;
    },
  };
}
