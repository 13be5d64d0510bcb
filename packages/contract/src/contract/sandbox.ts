import type { Sandbox, SandboxOptions } from "@earmark/sandbox";

/** Makes a sandbox with certain options: a real one, or one with a deliberate fault. */
export type MakeSandbox = (options?: SandboxOptions) => Sandbox;

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
