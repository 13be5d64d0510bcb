import { measure } from "mitata";

/** Median nanoseconds of one call, over at least `budget` milliseconds of calls. */
export async function timeCall(call: () => unknown, budget: number): Promise<number> {
  const { p50 } = await measure(call, {
    min_cpu_time: budget * 1e6,
    // Slow calls too are to fit into a small budget.
    batch_samples: 256,
    min_samples: 6,
    // Without --expose-gc it would allocate a gigabyte instead.
    gc: false,
  });
  return p50;
}
