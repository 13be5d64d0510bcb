import type { Sandbox, SandboxOptions } from "@earmark/sandbox";

/** Makes a sandbox with certain options: a real one, or one with a deliberate fault. */
export type MakeSandbox = (options?: SandboxOptions) => Sandbox;
