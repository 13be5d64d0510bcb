import type { HostProcess, PrismUrls } from "./process.ts";
import type { RequestLog } from "./request-log.ts";

/** A server that outlives its processes. */
export interface Supervisor {
  /** Where it listens now. Starts it again when it has died. */
  urls(): Promise<PrismUrls>;
  /**
   * Why its process has ended; `undefined` when it is still alive after `patience` milliseconds and responds to others. One
   * that responds to no request any more is ended.
   */
  exitReason(patience: number): Promise<string | undefined>;
  close(): Promise<void>;
}

/** How long a server that works may take to respond to a request that asks for nothing. */
const RESPONSE_TIME = 10_000;

/**
 * Keeps a server running: a request that kills it must not take the rest of the suite along.
 *
 * @param log says whether a request is under way, whose sender is told of the crash; otherwise the crash is noted there.
 */
export async function supervise(fork: () => Promise<HostProcess>, log: RequestLog): Promise<Supervisor> {
  let closing = false;
  let alive: Promise<HostProcess> | undefined;
  let latest: HostProcess | undefined;
  const start = async (): Promise<HostProcess> => {
    const started = await fork();
    latest = started;
    started.ended.then((reason) => {
      if (latest === started) alive = undefined;
      if (!closing && log.underWay().length === 0) log.crashedBetween(reason);
    });
    return started;
  };
  const running = (): Promise<HostProcess> => {
    alive ??= start();
    return alive;
  };
  await running();

  return {
    urls: async () => (await running()).urls,
    async exitReason(patience) {
      const process = latest;
      const died = process && (await within(patience, process.ended));
      if (process === undefined || died !== undefined || (await responses(process.urls.mock))) return died;
      await process.kill();
      return `it responded to no request any more, and was ended after ${RESPONSE_TIME} ms: ${await process.ended}`;
    },
    async close() {
      closing = true;
      await (await alive)?.stop();
    },
  };
}

async function responses(url: string): Promise<boolean> {
  try {
    await fetch(url, { signal: AbortSignal.timeout(RESPONSE_TIME) });
    return true;
  } catch {
    return false;
  }
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
