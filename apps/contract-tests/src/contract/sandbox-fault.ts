import type { MakeSandbox } from "./make-sandbox.ts";

/** A sandbox with something wrong, which the suite has to notice. */
export interface SandboxFault {
  /** What it does, after "a sandbox that". */
  readonly name: string;
  /**
   * Makes sandboxes that have the fault. Where it has nothing to change, they are what they would be without it.
   *
   * @param onApplied called whenever a request meets something that the fault has changed.
   */
  readonly plant: (onApplied: () => void) => MakeSandbox;
}
