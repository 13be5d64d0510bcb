import { isDeepStrictEqual } from "node:util";
import type { SandboxFault } from "@earmark/contract";
import { createSandbox, type Fault, type Fixture, type SandboxOptions } from "@earmark/sandbox";

/** A sandbox that takes its options for others. */
export function given(name: string, spoil: (options: SandboxOptions) => SandboxOptions): SandboxFault {
  return {
    name,
    plant:
      (onApplied) =>
      (options = {}) => {
        const spoilt = { ...options, ...spoil(options) };
        const { fetch } = createSandbox(spoilt);
        if (isDeepStrictEqual(spoilt, options)) return { fetch };
        return {
          fetch: (...args) => {
            onApplied();
            return fetch(...args);
          },
        };
      },
  };
}

/** A sandbox that takes its fixture for another one. */
export function givenFixture(name: string, spoil: (fixture: Fixture) => Fixture): SandboxFault {
  return given(name, ({ fixture }) => (fixture === undefined ? {} : { fixture: spoil(fixture) }));
}

/** A sandbox that takes each fault of a script for another one, or for none. */
export function givenFaults(name: string, spoil: (fault: Fault) => Fault | undefined): SandboxFault {
  return given(name, ({ faults }) =>
    Array.isArray(faults) ? { faults: faults.flatMap((fault: Fault) => spoil(fault) ?? []) } : {},
  );
}
