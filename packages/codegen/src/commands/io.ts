/** Where a command says things. Data goes to `out`, talk to `err`. */
export interface Io {
  readonly cwd: string;
  out(line: string): void;
  err(line: string): void;
  /** Aborts when the user wants a command to end that would not end by itself. */
  interrupted(): AbortSignal;
}

/** Exit codes of `codegen`: 0 done, 1 found something (drift, lint errors), 2 wrong call or unreadable document. */
export type ExitCode = 0 | 1 | 2;
