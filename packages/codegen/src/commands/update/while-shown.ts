import type { Io } from "../io.ts";

/** Shows that something is under way, and for how long, for as long as it takes: to somebody at a terminal only. */
export async function whileShown<Result>(io: Io, label: string, run: () => Promise<Result>): Promise<Result> {
  const { progress } = io;
  if (progress === undefined) return run();
  const start = performance.now();
  const show = (): void => progress(`${label}  … ${Math.round((performance.now() - start) / 1_000)} s`);
  show();
  const timer = setInterval(show, 1_000);
  try {
    return await run();
  } finally {
    clearInterval(timer);
  }
}
