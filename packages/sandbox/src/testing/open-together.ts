// A worker that opens each store at the same time as the other workers do. Posts the result of each.
import { parentPort, workerData } from "node:worker_threads";
import { createSqliteStore } from "../sqlite.ts";

/** What such a worker is given. */
export interface OpenTogether {
  readonly files: readonly string[];
  readonly workers: number;
  /** How many have arrived, one number for each file. */
  readonly arrived: SharedArrayBuffer;
}

const { files, workers, arrived }: OpenTogether = workerData;
const counts = new Int32Array(arrived);
parentPort?.postMessage(files.map(open));

function open(file: string, index: number): string {
  Atomics.add(counts, index, 1);
  // A spin: waking a thread takes longer than opening a store.
  while (Atomics.load(counts, index) < workers);
  try {
    createSqliteStore(file).close();
    return "opened";
  } catch (error) {
    return String(error);
  }
}
