import { AsyncLocalStorage } from "node:async_hooks";
import { isDeepStrictEqual } from "node:util";
import type { SandboxFault } from "@earmark/contract";
import { type AnnotationStore, createMemoryStore, createSandbox } from "@earmark/sandbox";

/** What a store was asked, and what came of it. */
interface StoreCall {
  readonly method: string;
  readonly args: readonly unknown[];
  readonly result?: unknown;
  readonly error?: string;
}

/**
 * A sandbox that does not remember annotations as it should: one over a store of which a part is replaced. The fault has
 * changed something where the store was asked for something else than the sandbox had asked, or said something else.
 */
export function remembering(name: string, spoil: (real: AnnotationStore) => Partial<AnnotationStore>): SandboxFault {
  return {
    name,
    plant: (onApplied) => (options) => {
      const made = new AsyncLocalStorage<StoreCall[]>();
      const real = observed(
        options?.store ?? createMemoryStore(),
        (act) => act(),
        (call) => made.getStore()?.push(call),
      );
      const inside = (act: () => Promise<unknown>) => made.run([], act);
      const store = observed({ ...real, ...spoil(real) }, inside, (call) => {
        const calls = made.getStore() ?? [];
        // To look first at what is there changes nothing.
        const others = calls.slice(0, -1).filter(({ method }) => method === "merge");
        if (others.length > 0 || !isDeepStrictEqual(calls.at(-1), call)) onApplied();
      });
      return createSandbox({ ...options, store });
    },
  };
}

/** A store of which each call is told when it is over. @param around does what it is given. */
function observed(
  store: AnnotationStore,
  around: (act: () => Promise<unknown>) => Promise<unknown>,
  tell: (call: StoreCall) => void,
): AnnotationStore {
  const observe =
    (method: "read" | "merge" | "list") =>
    (...args: readonly unknown[]) =>
      around(async () => {
        // As data, in which what is `undefined` is missing.
        const said = (outcome: object) => tell(JSON.parse(JSON.stringify({ method, args, ...outcome })));
        try {
          // Its arguments are those of the method that was called.
          const result = await (store[method] as (...all: readonly unknown[]) => unknown)(...args);
          said({ result });
          return result;
        } catch (error) {
          said({ error: String(error) });
          throw error;
        }
      });
  const methods = { read: observe("read"), merge: observe("merge"), list: observe("list") };
  return { ...store, ...(methods as Pick<AnnotationStore, keyof typeof methods>) };
}
