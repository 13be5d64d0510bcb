import type { SandboxOptions } from "@earmark/sandbox";

/** Time that goes by when somebody sleeps, or moves it. */
export interface Clock extends Required<Pick<SandboxOptions, "now" | "sleep">> {
  /** What was slept, in milliseconds. */
  readonly slept: number[];
  readonly advance: (milliseconds: number) => void;
}

export function clockAt(start: number): Clock {
  let time = start;
  const slept: number[] = [];
  const advance = (milliseconds: number): void => {
    time += milliseconds;
  };
  return {
    slept,
    advance,
    now: () => time,
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
      advance(milliseconds);
    },
  };
}
