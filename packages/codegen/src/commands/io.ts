import type { Io as BasicIo } from "@earmark/openapi-diff/command-line";

/** Where a command reads and writes. */
export interface Io extends BasicIo {
  /** Shows what is under way, until something else is said; where there is no terminal, nothing. */
  progress?(text: string): void;
  /** Aborts when the user wants a command to end that would not end by itself. */
  interrupted(): AbortSignal;
}

export { attempt, type ExitCode } from "@earmark/openapi-diff/command-line";
