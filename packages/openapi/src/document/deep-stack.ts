import { parentPort, Worker, workerData } from "node:worker_threads";

/** Megabytes, of which the system hands out what is used. */
const STACK = 512;

/** A call of an exported function. */
interface Call {
  /** URL of its module. */
  readonly module: string;
  readonly name: string;
  readonly args: readonly unknown[];
}

/**
 * Calls an exported function in a thread with a deep stack: Redocly goes from reference to reference by recursion, and
 * throws a RangeError where that exhausts the stack. Arguments and result are copied, so they have to be data.
 *
 * @param module URL of the function's module.
 */
export function inDeepStack<Args extends readonly unknown[], Result>(
  module: string,
  { name }: (...args: Args) => Promise<Result>,
  ...args: Args
): Promise<Result> {
  const call: Call = { module, name, args };
  const worker = new Worker(new URL(import.meta.url), {
    workerData: { [THREAD]: call },
    resourceLimits: { stackSizeMb: STACK },
  });
  return new Promise((settle, fail) => {
    worker.once("message", settle).once("error", fail);
    worker.once("exit", () => fail(new Error("the thread has ended without a result")));
  });
}

const THREAD = "earmark:deep-stack";

/** In the thread, which has this module to begin with. The modules of calls import it in turn, so it waits for none. */
async function run({ module, name, args }: Call): Promise<void> {
  const { [name]: called } = await import(module);
  parentPort?.postMessage(await called(...args));
}

if (workerData?.[THREAD] !== undefined) void run(workerData[THREAD]);
