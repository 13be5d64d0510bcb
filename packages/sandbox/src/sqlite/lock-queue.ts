import { isLocked } from "./store-error.ts";

/** How long a request waits for a file that another process has locked, in milliseconds. */
const LOCK_TIMEOUT_MS = 2_000;
/** The longest pause between two attempts, in milliseconds; random, so that several processes do not stay in step. */
const MAX_PAUSE_MS = 20;

interface Waiting {
  /** Tries it, and settles the promise of its caller. Throws when the file is locked. */
  readonly attempt: () => void;
  readonly reject: (error: unknown) => void;
  readonly deadline: number;
}

/**
 * Reads and writes a database, at once if it is not locked. `node:sqlite` waits synchronously, which would block all
 * other requests, so SQLite does not wait, and attempts are repeated here.
 */
export interface LockQueue {
  /** Needs no lock of its own, and does not wait for writes. */
  read<T>(act: () => T): T | Promise<T>;
  /** Needs the lock; in the order of calls. Rejects with the {@link StoreError} of the last attempt. */
  write<T>(act: () => T): T | Promise<T>;
}

export function createLockQueue(): LockQueue {
  const waiting: Waiting[] = [];

  /** Tries the first one, and the next one in a later turn of the event loop: a write may take a while. */
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
