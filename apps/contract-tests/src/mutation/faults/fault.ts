import type { MakeSandbox } from "../../targets/make-sandbox.ts";

/** A sandbox with something wrong, which the suite has to notice. */
export interface SandboxFault {
  /** What it does, after "a sandbox that". */
  readonly name: string;
  readonly make: MakeSandbox;
}
