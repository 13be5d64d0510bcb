import { isLocked } from "./store-error.ts";

/** How long a request waits for a file that another process has locked, in milliseconds. */
const LOCK_TIMEOUT_MS = 2_000;
/** Between two attempts, in milliseconds; drawn, so that several processes do not keep step with each other. */
const MAX_PAUSE_MS = 20;

interface Waiting {
  /** Tries it, and tells its caller if that worked, or failed for another reason than a lock. Throws if not. */
  readonly attempt: () => void;
  readonly reject: (error: unknown) => void;
  readonly deadline: number;
}

/**
 * Does something with a database, at once if it is not locked: `node:sqlite` can only wait in a way that keeps every
 * other request waiting too, so SQLite is told not to wait.
 */
export interface LockQueue {
  /** Something that needs no lock of its own, and is tried whether others wait or not. */
  read<T>(act: () => T): T | Promise<T>;
  /** Something that needs the lock, in the order of arrival. Rejects with the {@link StoreError} when it waits in vain. */
  write<T>(act: () => T): T | Promise<T>;
}

export function createLockQueue(): LockQueue {
  const waiting: Waiting[] = [];

  /** Tries the first of them, and the next one in a turn of its own: a write may take the disk a while. */
  function tryFirst(): void {
    const [first] = waiting;
    try {
      first?.attempt();
      waiting.shift();
      if (waiting.length > 0) setImmediate(tryFirst);
    } catch (error) {
      while (waiting[0] !== undefined && waiting[0].deadline <= Date.now()) waiting.shift()?.reject(error);
      if (waiting.length > 0) setTimeout(tryFirst, Math.random() * MAX_PAUSE_MS);
    }
  }

  function wait<T>(act: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const attempt = (): void => {
        try {
          resolve(act());
        } catch (error) {
          if (isLocked(error)) throw error;
          reject(error);
        }
      };
      if (waiting.push({ attempt, reject, deadline: Date.now() + LOCK_TIMEOUT_MS }) === 1) {
        setTimeout(tryFirst, Math.random() * MAX_PAUSE_MS);
      }
    });
  }

  function attemptOrWait<T>(act: () => T): T | Promise<T> {
    try {
      return act();
    } catch (error) {
      if (isLocked(error)) return wait(act);
      throw error;
    }
  }

  return { read: attemptOrWait, write: (act) => (waiting.length > 0 ? wait(act) : attemptOrWait(act)) };
}
