import { type AnnotationStore, createMemoryStore, createSandbox } from "@earmark/sandbox";
import type { SandboxFault } from "../../mutation/faults/fault.ts";

/** A sandbox that does not remember annotations as it should: one over a store of which a part is replaced. */
export function remembering(name: string, spoil: (real: AnnotationStore) => Partial<AnnotationStore>): SandboxFault {
  return {
    name,
    make: (options) => {
      const real = options?.store ?? createMemoryStore();
      return createSandbox({ ...options, store: { ...real, ...spoil(real) } });
    },
  };
}
