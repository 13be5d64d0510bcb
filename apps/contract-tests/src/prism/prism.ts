import { forkPrism, type PrismOptions, type PrismProcess } from "./fork-prism.ts";
import type { PrismUrls } from "./host-message.ts";

/** Prism, whatever happens to its process. */
export interface Prism {
  /** Where it listens now. Starts it again when it has died. */
  urls(): Promise<PrismUrls>;
  /** Why its process ended; `undefined` when it is still alive after `patience` milliseconds. */
  obituary(patience: number): Promise<string | undefined>;
  close(): Promise<void>;
}

/** Keeps Prism running: a request that kills it must not take the rest of the suite along. */
export async function startPrism(options: PrismOptions): Promise<Prism> {
  let alive: Promise<PrismProcess> | undefined;
  let latest: PrismProcess | undefined;
  const start = async (): Promise<PrismProcess> => {
    const started = await forkPrism(options);
    latest = started;
    started.ended.then(() => {
      alive = undefined;
    });
    return started;
  };
  const running = (): Promise<PrismProcess> => {
    alive ??= start();
    return alive;
  };
  await running();

  return {
    urls: async () => (await running()).urls,
    obituary: async (patience) => latest && within(patience, latest.ended),
    close: async () => (await alive)?.stop(),
  };
}

async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T | undefined> {
  const { promise: late, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(resolve, milliseconds, undefined);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
