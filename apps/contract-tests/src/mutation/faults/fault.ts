import type { Sandbox } from "@earmark/sandbox";

/** A sandbox with something wrong, which the suite has to notice. */
export interface SandboxFault {
  /** What it does, after "a sandbox that". */
  readonly name: string;
  readonly make: () => Sandbox;
}
